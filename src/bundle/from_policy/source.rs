//! The names of sources as a bundle gives them: the same wherever the policy lies and from wherever it was compiled.

/// The names relative to the folder of the first source, with `/`.
pub(super) fn portable_names(sources: &[String]) -> Vec<String> {
    let folder = sources.first().map(|source| parts(source)).unwrap_or_default();
    let folder = folder.split_last().map_or(&[][..], |(_, folder)| folder);
    sources.iter().map(|source| relative(folder, &parts(source))).collect()
}

fn relative(folder: &[&str], path: &[&str]) -> String {
    let common = folder.iter().zip(path).take_while(|(a, b)| a == b).count();
    let mut steps = vec![".."; folder.len() - common];
    steps.extend(&path[common..]);
    steps.join("/")
}

/// The steps of a path, `.` and `..` resolved as far as the text alone allows.
fn parts(path: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sources: &[&str]) -> Vec<String> {
        let sources: Vec<String> = sources.iter().map(|name| (*name).to_owned()).collect();
        portable_names(&sources)
    }

    #[test]
    fn the_place_of_the_project_leaves_no_trace() {
        let expected = ["main.policy", "語彙/情報.policy", "../共通.policy"];
        for sources in [
            ["main.policy", "語彙/情報.policy", "../共通.policy"],
            ["site/main.policy", "site/語彙/情報.policy", "共通.policy"],
            [
                "/home/a/site/main.policy",
                "/home/a/site/語彙/情報.policy",
                "/home/a/共通.policy",
            ],
            [".\\site\\main.policy", "site/x/../語彙/情報.policy", "./共通.policy"],
            ["C:\\a\\main.policy", "C:\\a\\語彙\\情報.policy", "C:\\共通.policy"],
        ] {
            assert_eq!(names(&sources), expected);
        }
    }

    #[test]
    fn portable_names_stay_as_they_are() {
        let once = names(&["a/b/main.policy", "a/c.policy", "../d.policy"]);
        let again: Vec<&str> = once.iter().map(String::as_str).collect();
        assert_eq!(names(&again), once);
    }

    #[test]
    fn standard_input_keeps_its_name() {
        assert_eq!(names(&["-", "語彙.policy"]), ["-", "語彙.policy"]);
        assert_eq!(names(&[]), [] as [&str; 0]);
    }
}
