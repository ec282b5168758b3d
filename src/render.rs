//! The document as HTML page, text and Markdown.
