#include "csimdjson.h"

#include <string>

#include <simdjson.h>

struct csimdjson_parser {
    simdjson::dom::parser parser;
};

namespace {

// Objects deeper than this are not looked into; no dump keeps an article's fields there.
const int deepest = 4;

void visit_value(
    const std::string &name, simdjson::dom::element value, csimdjson_field visit, void *context, int depth) {
    if (depth > deepest) return;
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS) {
        visit(context, name.data(), name.size(), text.data(), text.size());
    } else if (value.is_object()) {
        for (auto field : value.get_object().value_unsafe()) {
            visit_value(name + "." + std::string(field.key), field.value, visit, context, depth + 1);
        }
    } else if (value.is_array()) {
        for (auto item : value.get_array().value_unsafe()) visit_value(name, item, visit, context, depth + 1);
    } else if (!value.is_null()) {
        std::string number = simdjson::minify(value);
        visit(context, name.data(), name.size(), number.data(), number.size());
    }
}

}  // namespace

extern "C" {

csimdjson_parser *csimdjson_open(void) { return new csimdjson_parser; }

void csimdjson_close(csimdjson_parser *parser) { delete parser; }

const char *csimdjson_visit(
    csimdjson_parser *parser, const char *text, size_t length, csimdjson_field visit, void *context) {
    simdjson::dom::element element;
    simdjson::error_code error = parser->parser.parse(text, length).get(element);
    if (error) return simdjson::error_message(error);
    simdjson::dom::object object;
    if (element.get_object().get(object)) return "not an object";
    for (auto field : object) visit_value(std::string(field.key), field.value, visit, context, 0);
    return nullptr;
}
}
