#pragma once
// Reading tables of files that are no scenarios (maps of deals, sessions): every problem of a file is told at once.
#include "scenario/findings.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Each member looks a key up in a table; what does not fit goes to the findings, and what is missing gives the preset.
/// `path` stands before the key in messages: "feature[2].".
class PlainReader {
  public:
    /// `what` is read, as messages call it: "a map".
    PlainReader(Findings& findings, std::string what) : findings_(findings), what_(std::move(what)) {}

  protected:
    /// Tells of all keys but these.
    void only(const Value& place, const std::string& path, std::span<const std::string_view> keys);
    /// The value when there is one of the kind; `wanted` says what to write.
    const Value* of_kind(const Value& place, std::string_view key, const std::string& path, Value::Kind kind,
                         const char* wanted);
    const Value* table(const Value& place, std::string_view key, const std::string& path = {});
    std::string text(const Value& place, std::string_view key, const std::string& path, bool needed);
    std::vector<std::string> texts(const Value& place, std::string_view key, const std::string& path);
    double real(const Value& place, std::string_view key, const std::string& path, double preset);
    /// Within [least, greatest].
    std::int64_t whole(const Value& place, std::string_view key, const std::string& path, std::int64_t preset,
                       std::int64_t least, std::int64_t greatest);
    bool flag(const Value& place, std::string_view key, const std::string& path);

    [[nodiscard]] Findings& findings() { return findings_; }

  private:
    Findings& findings_;
    std::string what_;
};

/// Throws UserError with all errors as one text when there are any.
void refuse_errors(Findings& findings);

} // namespace assent
