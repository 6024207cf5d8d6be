//! The names that countries go by in the basemap.

/// ISO 3166-1: numeric and alpha-3 codes of what the map's window can hold.
const CODES: &str = "004AFG 008ALB 010ATA 012DZA 020AND 024AGO 031AZE 032ARG 036AUS 040AUT 044BHS \
048BHR 050BGD 051ARM 056BEL 060BMU 064BTN 068BOL 070BIH 072BWA 076BRA 084BLZ 086IOT 090SLB 096BRN \
100BGR 104MMR 108BDI 112BLR 116KHM 120CMR 124CAN 132CPV 140CAF 144LKA 148TCD 152CHL 156CHN 158TWN \
162CXR 166CCK 170COL 174COM 175MYT 178COG 180COD 188CRI 191HRV 192CUB 196CYP 203CZE 204BEN 208DNK \
214DOM 218ECU 222SLV 226GNQ 231ETH 232ERI 233EST 234FRO 238FLK 239SGS 242FJI 246FIN 248ALA 250FRA \
258PYF 260ATF 262DJI 266GAB 268GEO 270GMB 275PSE 276DEU 288GHA 292GIB 296KIR 300GRC 304GRL 316GUM \
320GTM 324GIN 328GUY 332HTI 334HMD 336VAT 340HND 344HKG 348HUN 352ISL 356IND 360IDN 364IRN 368IRQ \
372IRL 376ISR 380ITA 384CIV 388JAM 392JPN 398KAZ 400JOR 404KEN 408PRK 410KOR 414KWT 417KGZ 418LAO \
422LBN 426LSO 428LVA 430LBR 434LBY 438LIE 440LTU 442LUX 446MAC 450MDG 454MWI 458MYS 462MDV 466MLI \
470MLT 478MRT 480MUS 484MEX 492MCO 496MNG 498MDA 499MNE 504MAR 508MOZ 512OMN 516NAM 520NRU 524NPL \
528NLD 540NCL 548VUT 554NZL 558NIC 562NER 566NGA 578NOR 580MNP 583FSM 584MHL 585PLW 586PAK 591PAN \
598PNG 600PRY 604PER 608PHL 616POL 620PRT 624GNB 626TLS 634QAT 642ROU 643RUS 646RWA 654SHN 674SMR \
678STP 682SAU 686SEN 688SRB 690SYC 694SLE 702SGP 703SVK 704VNM 705SVN 706SOM 710ZAF 716ZWE 724ESP \
728SSD 729SDN 732ESH 740SUR 748SWZ 752SWE 756CHE 760SYR 762TJK 764THA 768TGO 776TON 780TTO 784ARE \
788TUN 792TUR 795TKM 798TUV 800UGA 804UKR 807MKD 818EGY 826GBR 831GGY 832JEY 833IMN 834TZA 840USA \
854BFA 858URY 860UZB 862VEN 876WLF 882WSM 887YEM 894ZMB";

/// Areas that the package cuts out of a country for a lease or a base; they are put back.
const MERGED: [(&str, &str); 3] = [("Baikonur", "KAZ"), ("Akrotiri", "CYP"), ("Dhekelia", "CYP")];

/// The alpha-3 code of an ISO numeric code.
pub fn alpha3(numeric: &str) -> Option<&'static str> {
    CODES.split_whitespace().find_map(|code| code.strip_prefix(numeric).filter(|c| c.len() == 3))
}

/// What an area is called while borders are sorted out: its alpha-3 code, or the package's name
/// where ISO lists no such country.
pub fn key(numeric: Option<&str>, name: &str) -> String {
    let merged = MERGED.iter().find(|(from, _)| *from == name).map(|(_, into)| *into);
    merged.or_else(|| numeric.and_then(alpha3)).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_and_gaps_stay_names() {
        assert_eq!(alpha3("586"), Some("PAK"));
        assert_eq!(alpha3("000"), None);
        assert_eq!(alpha3("58"), None);
        assert_eq!(key(Some("643"), "Russia"), "RUS");
        assert_eq!(key(None, "Kosovo"), "Kosovo");
        assert_eq!(key(None, "Baikonur"), "KAZ");
    }
}
