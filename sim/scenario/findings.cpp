#include "scenario/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace assent {
namespace {

constexpr std::size_t kept_limit = 2000;     ///< problems kept with their text; more are only counted
constexpr int suggestion_limit = 100;        ///< nearest words looked for
constexpr std::size_t compared_length = 100; ///< longer words are not compared

/// Letters to insert, drop, change or swap to turn one word into the other (Damerau 1964, optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last = std::move(last);
        last = std::move(row);
        row.assign(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

/// A value without what is below it.
Value position_of(const Value& value) {
    Value position;
    position.kind = value.kind;
    position.file = value.file;
    position.line = value.line;
    position.column = value.column;
    position.end_line = value.end_line;
    position.end_column = value.end_column;
    return position;
}

} // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.empty() || word.size() > compared_length) {
        return {};
    }
    const std::size_t tolerated = std::max<std::size_t>(1, word.size() / 3);
    std::size_t best_distance = tolerated + 1;
    std::string_view best;
    for (const std::string_view candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), word.size());
        const std::size_t shorter = std::min(candidate.size(), word.size());
        if (longer - shorter >= best_distance) {
            continue;
        }
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string listed(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
        text += fmt::format("\"{}\"", words[i]);
    }
    return text;
}

std::string Problem::text() const {
    std::string result = file;
    if (line > 0) {
        result += fmt::format(":{}:{}", line, column);
    }
    result += severity == Severity::warning ? ": warning: " : ": ";
    if (key.empty()) {
        result += why;
    } else {
        result += value.empty() ? fmt::format("{} ({})", key, why) : fmt::format("{} = {} ({})", key, value, why);
    }
    return remedy.empty() ? result : result + "; " + remedy;
}

void Findings::add(Problem problem, int order) {
    ++(problem.severity == Problem::Severity::error ? errors_ : warnings_);
    if (!only_counts()) {
        entries_.push_back({std::move(problem), order, {}});
    }
}

void Findings::add(Problem::Severity severity, const Value& place, bool whole, std::string key, std::string why,
                   std::string remedy) {
    const bool at_key = whole && place.key_line > 0;
    const std::size_t before = entries_.size();
    add(Problem{severity, place.file == nullptr ? std::string() : place.file->name,
                at_key ? place.key_line : place.line, at_key ? place.key_column : place.column, std::move(key), "",
                std::move(why), std::move(remedy)},
        place.file == nullptr ? 0 : place.file->order);
    if (!whole && entries_.size() > before) {
        entries_.back().written_from = position_of(place);
    }
}

bool Findings::only_counts() const { return entries_.size() >= kept_limit; }

void Findings::error(const Value& place, std::string key, std::string why, std::string remedy) {
    add(Problem::Severity::error, place, false, std::move(key), std::move(why), std::move(remedy));
}

void Findings::warning(const Value& place, std::string key, std::string why, std::string remedy) {
    add(Problem::Severity::warning, place, false, std::move(key), std::move(why), std::move(remedy));
}

void Findings::error_at(const Value& place, std::string key, std::string why, std::string remedy) {
    add(Problem::Severity::error, place, true, std::move(key), std::move(why), std::move(remedy));
}

void Findings::warning_at(const Value& place, std::string key, std::string why, std::string remedy) {
    add(Problem::Severity::warning, place, true, std::move(key), std::move(why), std::move(remedy));
}

void Findings::error_in(const SourceFile& file, std::string why, std::string remedy) {
    add(Problem{Problem::Severity::error, file.name, 0, 0, "", "", std::move(why), std::move(remedy)}, file.order);
}

void Findings::warning_in(const SourceFile& file, std::string why, std::string remedy) {
    add(Problem{Problem::Severity::warning, file.name, 0, 0, "", "", std::move(why), std::move(remedy)}, file.order);
}

std::string Findings::suggest(std::string_view word, std::span<const std::string_view> candidates) {
    if (++suggestions_ > suggestion_limit) {
        return {};
    }
    const std::string_view best = nearest(word, candidates);
    return best.empty() ? std::string() : fmt::format("did you mean \"{}\"?", best);
}

std::vector<Problem> Findings::take() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.order, a.problem.line, a.problem.column) <
               std::tie(b.order, b.problem.line, b.problem.column);
    });
    std::vector<Problem> shown;
    int shown_errors = 0, shown_warnings = 0;
    for (Entry& entry : entries_) {
        int& shown_so_far = entry.problem.severity == Problem::Severity::error ? shown_errors : shown_warnings;
        if (shown_so_far < errors_shown) {
            ++shown_so_far;
            entry.problem.value = entry.written_from.written();
            shown.push_back(std::move(entry.problem));
        }
    }
    const auto tell_rest = [&](Problem::Severity severity, int rest) {
        if (rest > 0) {
            const std::string file = shown.empty() ? std::string() : shown.front().file;
            shown.push_back({severity, file, 0, 0, "", "", fmt::format("(and {} more)", rest), ""});
        }
    };
    tell_rest(Problem::Severity::error, errors_ - shown_errors);
    tell_rest(Problem::Severity::warning, warnings_ - shown_warnings);
    entries_.clear();
    return shown;
}

} // namespace assent
