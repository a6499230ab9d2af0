//! The content policy: one file for the server of development, the page itself, the sample configurations and the tests.

/// One directive a line.
const POLICY: &str = include_str!("../policy.txt");

/// The policy as one header line.
pub(crate) fn line() -> String {
    POLICY.trim().replace('\n', "; ")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_policy_is_one_line_that_allows_nothing_inline() {
        let policy = line();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
        assert!(policy.is_ascii() && !policy.contains("unsafe-inline") && !policy.contains(";;"));
    }
}
