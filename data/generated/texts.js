// Written by `cargo xtask gen` from data/i18n.
export const texts = {
  "en": {
    "close": "Close",
    "data": "The embedded data cannot be read. Reload the page; if that does not help, ask the owner of the site to install the atlas anew.",
    "dir": "ltr",
    "lang": "en",
    "later": "This part of the atlas could not be loaded. The map works without it.",
    "load": "The program of the atlas could not be loaded: {reason}. Check the connection and reload the page.",
    "loading": "Loading the atlas…",
    "not_ready": "The atlas is not ready yet. Wait for the promise ready or the event atlas-ready.",
    "panic": "The atlas stopped because of a fault of its own. The last picture stays; “Reload” starts it again.",
    "reload": "Reload",
    "title": "Something went wrong",
    "update": "A newer version of the atlas is ready. What you see stays until you reload.",
    "wasm": "This browser is too old for the atlas, or the page forbids WebAssembly. Update the browser, or ask the owner of the site to allow wasm-unsafe-eval in script-src."
  },
  "ru": {
    "close": "Закрыть",
    "data": "Не удалось прочитать встроенные данные. Обновите страницу; если не поможет, попросите владельца сайта установить атлас заново.",
    "dir": "ltr",
    "lang": "ru",
    "later": "Не удалось загрузить эту часть атласа. Карта работает и без неё.",
    "load": "Не удалось загрузить программу атласа: {reason}. Проверьте подключение и обновите страницу.",
    "loading": "Загрузка атласа…",
    "not_ready": "Атлас ещё не готов. Дождитесь обещания ready или события atlas-ready.",
    "panic": "Атлас остановился из-за собственной ошибки. Последнее изображение остаётся; кнопка «Перезапустить» запустит его снова.",
    "reload": "Перезапустить",
    "title": "Что-то пошло не так",
    "update": "Готова новая версия атласа. До обновления страницы всё останется как есть.",
    "wasm": "Браузер слишком старый для атласа, или страница запрещает WebAssembly. Обновите браузер или попросите владельца сайта разрешить wasm-unsafe-eval в script-src."
  },
  "ur": {
    "close": "بند کریں",
    "data": "اٹلس کا ڈیٹا پڑھا نہیں جا سکا۔ صفحہ دوبارہ لوڈ کریں؛ فائدہ نہ ہو تو سائٹ کے مالک سے کہیں کہ اٹلس نئے سرے سے نصب کرے۔",
    "dir": "rtl",
    "lang": "ur",
    "later": "اٹلس کا یہ حصہ نہیں آ سکا۔ نقشہ اس کے بغیر بھی کام کرتا ہے۔",
    "load": "اٹلس کا پروگرام لوڈ نہیں ہو سکا: {reason}۔ انٹرنیٹ کنکشن دیکھیں اور صفحہ دوبارہ لوڈ کریں۔",
    "loading": "اٹلس لوڈ ہو رہا ہے…",
    "not_ready": "اٹلس ابھی تیار نہیں۔ ⁨ready⁩ یا ⁨atlas-ready⁩ کا انتظار کریں۔",
    "panic": "اٹلس اپنی ہی کسی خرابی کے باعث رک گیا۔ آخری تصویر برقرار ہے؛ ”دوبارہ لوڈ کریں“ سے یہ پھر شروع ہو گا۔",
    "reload": "دوبارہ لوڈ کریں",
    "title": "کچھ خرابی ہو گئی",
    "update": "اٹلس کا نیا نسخہ تیار ہے۔ دوبارہ لوڈ کرنے تک یہی منظر رہے گا۔",
    "wasm": "یہ براؤزر اٹلس کے لیے بہت پرانا ہے، یا صفحہ ⁨WebAssembly⁩ کی اجازت نہیں دیتا۔ براؤزر تازہ کریں، یا سائٹ کے مالک سے کہیں کہ ⁨script-src⁩ میں ⁨wasm-unsafe-eval⁩ کی اجازت دے۔"
  }
};
