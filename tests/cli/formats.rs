//! Each format of a command is one of its own: over one example no two print the same.

use std::collections::BTreeMap;

use super::project::Project;
use crate::support::program::{commands_with, values};

const BEFORE: &str = "情報 個人情報 { ・氏名［直接識別］ }
主体 加盟店
方針「個人情報の取扱いについて」{
  「株式会社見本商店（以下「当社」といいます）は、弊社のお客様を大切にします。」
  章 提供「第三者への提供」{
    提供しない 不提供「氏名その他の個人情報を加盟店に提供しません。」{
      提供先［加盟店］
      項目［個人情報］
    }
  }
  検証「加盟店に氏名を渡さない」{
    提供［氏名］
    提供先［加盟店］
    結果［禁止］
  }
}
";

/// What widens, calls the operator by another name than it defines and answers its 検証 otherwise: every format has something to tell.
fn after() -> String {
    BEFORE.replace(
        "  検証",
        "  章 例外「加盟店への提供」{
    提供 加盟店への提供「氏名を加盟店に提供します。」{
      提供先［加盟店］
      項目［氏名］
      優先［不提供］
    }
  }
  検証",
    )
}

/// What each command looks at.
fn example(command: &str) -> Option<&'static [&'static str]> {
    match command {
        "check" | "test" | "render" => Some(&["改定後.policy"]),
        "diff" => Some(&["改定前.policy", "改定後.policy"]),
        _ => None,
    }
}

#[test]
fn no_two_formats_of_a_command_print_the_same() {
    let project = Project::new()
        .file("改定前.policy", BEFORE)
        .file("改定後.policy", after());
    let mut faults = Vec::new();
    for command in commands_with("--format") {
        let Some(files) = example(&command) else {
            faults.push(format!(
                "`hoshin {command}` takes --format: add to `example` in tests/cli/formats.rs what it looks at"
            ));
            continue;
        };
        let mut printed: BTreeMap<String, String> = BTreeMap::new();
        for format in values(&command, Some("--format")) {
            let arguments = [&[command.as_str(), "--format", &format], files].concat();
            let out = project.run(&arguments).out;
            if out.is_empty() {
                faults.push(format!(
                    "`hoshin {command} --format {format}` prints nothing of {files:?}"
                ));
            } else if let Some(other) = printed.insert(out, format.clone()) {
                faults.push(format!(
                    "`hoshin {command} --format {format}` prints what `--format {other}` does: see what src/cli/{command}.rs \
                     draws for it"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
