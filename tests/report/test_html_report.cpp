// The report as a page: sound markup, inert names, the same bytes for the same input, readable at any size.
#include "report/hand_made_report.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {
namespace {

using hand_made::Report;

const std::vector<std::string> sections{"answer",  "centre", "ranking", "outcomes",   "timing",   "reasons",
                                        "turning", "deals",  "limits",  "strategies", "reproduce"};

markup::Page page_of(Report& report) {
    markup::Page page = markup::read(html_report(report.input()));
    CHECK(page.fault == "");
    return page;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Number of elements with this class.
std::size_t with_class(const markup::Page& page, const std::string& style) {
    return static_cast<std::size_t>(std::ranges::count_if(page.elements, [&](const markup::Element& element) {
        const auto found = element.attributes.find("class");
        return found != element.attributes.end() && found->second == style;
    }));
}

} // namespace

TEST_CASE("a whole report") {
    Report report;
    const markup::Page page = page_of(report);
    for (const std::string& section : sections) {
        CAPTURE(section);
        CHECK(page.has_id(section));
    }
    CHECK(contains(page.text, "Pilot first"));
    CHECK(contains(page.text, " wins most often: 62 of 100 deals."));
    CHECK(contains(page.text, "«Хөх Тэнгэр» ХХК"));
    CHECK(contains(page.text, "440.0\u202fM\u202f₮"));
    CHECK(contains(page.text, "Agreed at 428.4\u202fM\u202f₮ after round 5."));
    CHECK(contains(page.text, "0123456789abcdef"));
    CHECK(contains(page.text, "20261123"));
    CHECK(contains(page.text, "assent run &#39;blue-sky.toml&#39;"));
}

TEST_CASE("the page loads nothing and runs nothing but its own script") {
    Report report;
    const std::string html = html_report(report.input());
    const markup::Page page = markup::read(html);
    CHECK(page.count("script") == 1);
    for (const char* loader : {"link", "img", "iframe", "object", "embed", "image", "use", "base"})
        CHECK(page.count(loader) == 0);
    for (const markup::Element& element : page.elements)
        for (const auto& [key, value] : element.attributes) {
            CHECK(!key.starts_with("on"));
            CHECK(key != "src");
            if (key == "href") CHECK(value.starts_with("#"));
        }
    CHECK(!contains(html, "@import"));
    CHECK(!contains(style_sheet(), "http"));
    CHECK(contains(html, "default-src &#39;none&#39;") != contains(html, "default-src 'none'"));
}

TEST_CASE("equal input, equal bytes") {
    Report one, other;
    CHECK(html_report(one.input()) == html_report(other.input()));
}

TEST_CASE("pictures speak to a screen reader, tables have headings") {
    Report report;
    const markup::Page page = page_of(report);
    std::size_t drawings = 0;
    for (const markup::Element& element : page.elements) {
        if (element.name != "svg" || element.attributes.contains("aria-hidden")) continue;
        ++drawings;
        CHECK(element.attributes.at("role") == "img");
    }
    CHECK(drawings > 30);
    CHECK(page.count("desc") == drawings);
    CHECK(page.count("title") > drawings);
    CHECK(page.count("h1") == 1);
    for (const markup::Element& element : page.elements)
        if (element.name == "th") CHECK(element.attributes.contains("scope"));
}

TEST_CASE("whatever a scenario says is text") {
    const std::string hostile =
        "</title></style><script>alert(1)</script><img src=x onerror=\"alert(2)\">&'\" \x01 \xff ]]>";
    Report report;
    Model& model = report.model;
    model.title = model.company.name = model.company.about = model.company.currency = hostile;
    for (int member = 0; member < model.centre.size(); ++member) {
        Stakeholder& person = model.centre.stakeholder(member);
        person.id = person.name = person.title = hostile;
    }
    for (Alternative& alternative : model.alternatives) alternative.id = alternative.name = hostile;
    for (Topic& topic : model.topics) topic.name = hostile;
    for (Extra& extra : model.extras) extra.name = hostile;
    for (Strategy& strategy : model.strategies) {
        strategy.id = strategy.name = strategy.about = hostile;
        Rule rule;
        rule.member = rule.topic = rule.when.objection_known = hostile;
        strategy.rules = {rule};
    }
    ReportInput input = report.input();
    input.version = input.command = input.scenario_dump = hostile;
    const std::string html = html_report(input);
    const markup::Page page = markup::read(html);
    CHECK(page.fault == "");
    CHECK(page.count("script") == 1);
    CHECK(page.count("img") == 0);
    CHECK(page.count("style") == 1);
    CHECK(!contains(html, "<script>alert"));
}

TEST_CASE("a tie is called a tie") {
    Report report;
    report.records[2] = report.records[1];
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, " are level: each wins about 62 of 100 deals."));
    CHECK(contains(page.text, "cannot tell them apart"));
}

TEST_CASE("one strategy") {
    Report report;
    report.records.resize(2);
    report.records.erase(report.records.begin());
    report.model.strategies = {report.model.strategies[1]};
    report.with_changes = report.with_deals = false;
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, " wins 62 of 100 deals."));
    CHECK(!contains(page.text, "To the first"));
    CHECK(!page.has_id("deals"));
    CHECK(!page.has_id("turning"));
}

TEST_CASE("no deal is won") {
    Report report;
    for (hand_made::Record& record : report.records) record = {0, 400, 600, 0, 14};
    report.with_deals = false;
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, "No strategy wins this deal."));
    CHECK(contains(page.text, "no deal was won"));
}

TEST_CASE("every deal is won") {
    Report report;
    for (hand_made::Record& record : report.records) record = {1000, 0, 0, 0, 14};
    CHECK(contains(page_of(report).text, "Every deal was won."));
}

TEST_CASE("one replicate, and none") {
    Report report;
    report.replicates = 1;
    page_of(report);
    report.replicates = 0;
    CHECK(contains(page_of(report).text, "Nothing was simulated"));
}

TEST_CASE("64 strategies: all in the table, the first ones drawn, the rest named as left out") {
    Report report;
    report.model.strategies.clear();
    report.records.clear();
    for (int i = 0; i < 64; ++i) {
        report.model.strategies.push_back(
            hand_made::strategy("s" + std::to_string(i), "Strategy " + std::to_string(i), ""));
        report.records.push_back({700 - 9 * i, 100, 200, 0, 14});
    }
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, "Strategy 63"));
    CHECK(contains(page.text, "Drawn are the first 12 of 64 strategies."));
    CHECK(contains(page.text, "the first 24 strategies; the table has all 64"));
    CHECK(page.count("figure") == 12);
}

TEST_CASE("200 people: those with most authority are drawn") {
    Report report;
    for (int i = 0; i < 194; ++i)
        hand_made::add_person(report.model, {"p" + std::to_string(i),
                                             "Person " + std::to_string(i),
                                             "Clerk",
                                             Role::user,
                                             0.001 * (i % 7),
                                             {hand_made::objection("price", 0.3)}});
    for (int i = 6; i < 200; ++i) report.model.centre.connect(i, i % 6, Link{});
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, "Drawn are the 24 people with most authority; 176 others are left out."));
    CHECK(contains(page.text, "140 further people with less authority are not listed."));
}

TEST_CASE("names of 200 characters are kept within their pictures and stand in full in the tables") {
    Report report;
    const std::string name(200, 'W');
    for (int member = 0; member < report.model.centre.size(); ++member)
        report.model.centre.stakeholder(member).name = report.model.centre.stakeholder(member).title = name;
    for (Strategy& strategy : report.model.strategies) strategy.name = name;
    const markup::Page page = page_of(report);
    CHECK(contains(page.text, name));
    CHECK(contains(page.text, "W…"));
}

TEST_CASE("badges: the first is ahead, others are level or not") {
    Report report;
    CHECK(with_class(page_of(report), "badge first") == 1);
}

} // namespace assent
