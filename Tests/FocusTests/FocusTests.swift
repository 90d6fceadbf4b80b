import Testing

@Suite struct FocusTests {}
