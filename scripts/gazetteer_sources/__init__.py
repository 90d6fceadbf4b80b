"""Sources of the gazetteer tables: one module a family of facts, each with a `collect` function."""
