extension ParsedMessage {
    /// Whether elements around this one declare namespaces or have `xml:` attributes, so that its canonical form in
    /// place differs from that of a document of its own.
    public func hasContext(around element: Int32) -> Bool {
        hasContext(element, from: 0)
    }

    /// Whether every prefix used inside the element is declared inside it: only then is it a document of its own.
    public func isSelfContained(_ element: Int32) -> Bool {
        guard hasContext(around: element) else { return true }
        for index in Int(element)..<Int(elements[Int(element)].end) where elements[index].outermostBinding < element {
            return false
        }
        return true
    }
}
