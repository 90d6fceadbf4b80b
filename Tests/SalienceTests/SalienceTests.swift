import Testing

@Suite struct SalienceTests {}
