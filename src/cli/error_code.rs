//! The one table of codes for what goes wrong outside the text of a policy.

use crate::diagnostic::code::declare::declare_codes;

declare_codes! {
    /// The stable identity of an error of the command line.
    pub enum CliCode: Error {
        C0001 = "wrong-usage", since "0.1.0", "引数の誤り";
        C0002 = "file-not-found", since "0.1.0", "見つからないファイル";
        C0003 = "unreadable-file", since "0.1.0", "読めないファイル";
        C0004 = "folder-given", since "0.1.0", "ファイルの代わりにフォルダー";
        C0005 = "file-too-large", since "0.1.0", "大きすぎるファイル";
        C0006 = "input-given-twice", since "0.1.0", "同じ入力の重複";
        C0007 = "unwritable-output", since "0.1.0", "書き込めない出力先";
        C0008 = "foreign-files-in-output", since "0.1.0", "出力先にあるほかのファイル";
        C0009 = "unusable-output-name", since "0.1.0", "出力の名前の重複と誤り";
        C0010 = "unusable-page-file", since "0.1.0", "ページに使えない CSS やひな形";
        C0011 = "unknown-code", since "0.1.0", "存在しない番号";
        C0012 = "code-is-an-error", since "0.1.0", "隠せないエラー";
        C0013 = "not-formatted", since "0.1.0", "整形できないファイル";
        C0014 = "unresolved-request", since "0.1.0", "方針にない言葉での問い";
        C0015 = "unreadable-request", since "0.1.0", "読めない問いの行";
        C0016 = "unusable-bundle", since "0.1.0", "使えない規則のファイル";
        C0020 = "git-not-found", since "0.1.0", "実行できない git";
        C0021 = "no-git-repository", since "0.1.0", "git のリポジトリでない場所";
        C0022 = "unknown-git-revision", since "0.1.0", "リポジトリにない版";
        C0023 = "not-in-git-revision", since "0.1.0", "その版にないファイル";
        C0024 = "git-lfs-pointer", since "0.1.0", "Git LFS の控え";
        C0025 = "no-previous-revision", since "0.1.0", "たどれない旧版";
        C0026 = "too-few-revisions", since "0.1.0", "版の足りないフォルダー";
        C0027 = "faulty-old-revision", since "0.1.0", "誤りのある過去の版";
        C0028 = "not-a-regular-file", since "0.1.0", "ファイルではないもの";
        C0029 = "link-out-of-project", since "0.1.0", "プロジェクトの外に出るリンク";
        C0030 = "output-is-mount-point", since "0.1.0", "マウント先への書き出し";
        C0031 = "too-many-revisions", since "0.1.0", "多すぎる版";
        C0032 = "no-policies", since "0.1.0", "見つからない方針";
        C0033 = "no-merge-base", since "0.1.0", "決まらない比べる元";
        C0034 = "outside-of-repository", since "0.1.0", "リポジトリの外の方針";
        C0035 = "new-policy", since "0.1.0", "比べる版のない新しい方針";
        C0036 = "deleted-policy", since "0.1.0", "なくなった方針";
        C0037 = "faulty-base", since "0.1.0", "誤りのある比べる元の方針";
        C0038 = "not-checked-out", since "0.1.0", "取り出されていないファイル";
        C0039 = "unusable-answer-of-git", since "0.1.0", "使えない git の答え";
        C0040 = "contradictory-request", since "0.1.0", "食い違う条件での問い";
    }
    retired {
        C0017 = "never given: the numbers of revisions begin at C0020",
        C0018 = "never given, as C0017",
        C0019 = "never given, as C0017",
    }
}
