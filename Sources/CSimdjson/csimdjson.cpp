#include "csimdjson.h"

#include <cstring>
#include <string>
#include <type_traits>

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

// An element of simdjson is a document and a place in it; C sees it as these two words.
static_assert(sizeof(simdjson::dom::element) == sizeof(csimdjson_value));
static_assert(std::is_trivially_copyable_v<simdjson::dom::element>);

simdjson::dom::element element_of(csimdjson_value value) {
    simdjson::dom::element element;
    std::memcpy(static_cast<void *>(&element), &value, sizeof value);
    return element;
}

csimdjson_value value_of(simdjson::dom::element element) {
    csimdjson_value value;
    std::memcpy(&value, &element, sizeof value);
    return value;
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

const char *csimdjson_parse(csimdjson_parser *parser, const char *text, size_t length, csimdjson_value *root) {
    simdjson::dom::element element;
    simdjson::error_code error = parser->parser.parse(text, length).get(element);
    if (error) return simdjson::error_message(error);
    *root = value_of(element);
    return nullptr;
}

int csimdjson_member(csimdjson_value object, const char *name, size_t length, csimdjson_value *member) {
    simdjson::dom::element found;
    if (element_of(object).at_key(std::string_view(name, length)).get(found)) return 0;
    *member = value_of(found);
    return 1;
}

const char *csimdjson_string(csimdjson_value value, size_t *length) {
    std::string_view text;
    if (element_of(value).get_string().get(text)) return nullptr;
    *length = text.size();
    return text.data();
}

int csimdjson_number(csimdjson_value value, double *number) {
    return element_of(value).get_double().get(*number) == simdjson::SUCCESS;
}

int csimdjson_boolean(csimdjson_value value, int *boolean) {
    bool found;
    if (element_of(value).get_bool().get(found)) return 0;
    *boolean = found;
    return 1;
}

size_t csimdjson_count(csimdjson_value value) {
    simdjson::dom::element element = element_of(value);
    if (element.is_array()) return element.get_array().value_unsafe().size();
    if (element.is_object()) return element.get_object().value_unsafe().size();
    return 0;
}

void csimdjson_each(csimdjson_value value, csimdjson_item visit, void *context) {
    simdjson::dom::element element = element_of(value);
    if (element.is_array()) {
        for (auto item : element.get_array().value_unsafe()) visit(context, "", 0, value_of(item));
    } else if (element.is_object()) {
        for (auto member : element.get_object().value_unsafe()) {
            visit(context, member.key.data(), member.key.size(), value_of(member.value));
        }
    }
}
}
