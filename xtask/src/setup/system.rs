//! Which system this is, as far as installing a browser goes.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// A system by its way of installing programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Debian and what follows it.
    Debian,
    /// Ubuntu, whose Chromium has other names.
    Ubuntu,
    /// Fedora and what follows it.
    Fedora,
    /// Arch and what follows it.
    Arch,
    /// openSUSE.
    Suse,
    /// Alpine.
    Alpine,
    /// macOS with Homebrew.
    Mac,
    /// None of these.
    Other,
}

impl System {
    /// This machine's.
    pub fn here() -> Self {
        if cfg!(target_os = "macos") {
            return Self::Mac;
        }
        std::fs::read_to_string("/etc/os-release")
            .map_or(Self::Other, |text| Self::from_os_release(&text))
    }

    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .map_or("", |value| value.trim_matches(['"', '\'']))
        };
        let names = value("ID").split(' ').chain(value("ID_LIKE").split(' '));
        for name in names {
            match name {
                "ubuntu" => return Self::Ubuntu,
                // A system that follows Ubuntu says so first: "ubuntu debian".
                "debian" => return Self::Debian,
                "fedora" | "rhel" | "centos" => return Self::Fedora,
                "arch" => return Self::Arch,
                "suse" | "opensuse" => return Self::Suse,
                "alpine" => return Self::Alpine,
                _ => {}
            }
        }
        Self::Other
    }

    /// The packages with the browser, its driver and letters for Urdu.
    pub fn apt_packages(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Debian => Some(&["chromium", "chromium-driver", "fonts-noto-core"]),
            Self::Ubuntu => Some(&["chromium-browser", "chromium-chromedriver", "fonts-noto-core"]),
            _ => None,
        }
    }

    /// What a person types to get a browser and its driver.
    pub fn advice(self) -> String {
        match self {
            Self::Debian | Self::Ubuntu => format!(
                "sudo apt-get update && sudo apt-get install {}",
                self.apt_packages().unwrap_or(&[]).join(" ")
            ),
            Self::Fedora => "sudo dnf install chromium chromedriver".into(),
            Self::Arch => "sudo pacman -S chromium".into(),
            Self::Suse => "sudo zypper install chromium chromedriver".into(),
            Self::Alpine => "sudo apk add chromium chromium-chromedriver".into(),
            Self::Mac => "brew install --cask google-chrome chromedriver".into(),
            Self::Other => "install Chromium or Chrome, and the ChromeDriver of the same \
                major version, with your system's package manager, and put both on PATH"
                .into(),
        }
    }
}

/// How apt-get may be called without asking anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// As it is.
    Root,
    /// Through sudo, which asks for no password here.
    Sudo,
    /// Not at all.
    Not,
}

/// Find out without asking for a password.
pub fn rights() -> Rights {
    if process::output("id", ["-u"]).is_some_and(|id| id.trim() == "0") {
        Rights::Root
    } else if process::output("sudo", ["-n", "true"]).is_some() {
        Rights::Sudo
    } else {
        Rights::Not
    }
}

/// Install packages of the system without asking anybody.
pub fn apt(rights: Rights, packages: &[&str]) -> Result<()> {
    let run = |words: &[&str]| {
        let mut command = match rights {
            Rights::Sudo => {
                let mut sudo = Command::new("sudo");
                sudo.args(["-n", "env"]);
                sudo
            }
            _ => Command::new("env"),
        };
        process::run(command.arg("DEBIAN_FRONTEND=noninteractive").args(words))
    };
    // An installation that was cut off leaves dpkg waiting for this; else it does nothing.
    run(&["dpkg", "--configure", "-a"])?;
    // A list that cannot be refreshed in full may still name the packages.
    if let Err(error) = run(&["apt-get", "update", "-q"]) {
        println!("{error}; going on with the package lists that are there");
    }
    let install = ["apt-get", "install", "-q", "-y", "--no-install-recommends"];
    run(&[&install, packages].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_apart() {
        let of = System::from_os_release;
        assert_eq!(of("NAME=\"Debian\"\nID=debian\n"), System::Debian);
        assert_eq!(of("ID=ubuntu\nID_LIKE=debian\n"), System::Ubuntu);
        assert_eq!(of("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Ubuntu);
        assert_eq!(of("ID=raspbian\nID_LIKE=debian"), System::Debian);
        assert_eq!(of("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\""), System::Fedora);
        assert_eq!(of("ID=manjaro\nID_LIKE=arch"), System::Arch);
        assert_eq!(of("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\""), System::Suse);
        assert_eq!(of("VERSION_ID=3\nID=alpine"), System::Alpine);
        assert_eq!(of("ID=plan9"), System::Other);
        assert_eq!(of(""), System::Other);
    }

    #[test]
    fn each_system_has_advice_that_names_both_programs() {
        for system in [System::Debian, System::Ubuntu, System::Fedora, System::Mac] {
            let advice = system.advice();
            assert!(advice.contains("driver"), "{advice}");
            assert!(advice.contains("chrom"), "{advice}");
        }
    }
}
