#pragma once
// From the attributes of a drawn graph to stakeholders and links.
#include "model/buying_centre.hpp"
#include "model/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace assent {

/// The first `count` letters of a UTF-8 text.
std::string first_letters(const std::string& text, std::size_t count);

/// Reads the attributes of all vertices or of all edges of one file. Seeing all of them tells on which scale a number
/// was meant: of 1, of 10 or of 100.
class AttributeReader {
  public:
    explicit AttributeReader(const std::vector<GraphFile::Attributes>& all);

    /// Its id is the one in the file, cleaned of control characters; traits not told are unset.
    Stakeholder stakeholder(const GraphFile::Attributes& attributes);
    /// Its strength is a constant.
    Link link(const GraphFile::Attributes& attributes);

    /// What was not understood or changed by all calls so far, one sentence each.
    [[nodiscard]] std::vector<std::string> notes() const;

  private:
    std::map<std::string, double> greatest_;      ///< by attribute, of the values that are numbers
    std::map<std::string, int> ignored_;          ///< attributes without a meaning here: how often
    std::map<std::string, int> not_understood_;   ///< "key = value": how often
    std::map<std::string, int> guessed_roles_;    ///< "role for \"title\"": how often
    std::map<std::string, std::string> rescaled_; ///< by attribute

    double number(const std::string& key, const std::string& text, double greatest);
    void take(Stakeholder& person, const std::string& key, const std::string& value);
    bool take_trait(Stakeholder& person, const std::string& key, const std::string& value);
    void guess_role(Stakeholder& person, const std::string& text);
    void take_roles(Stakeholder& person, const std::string& value);
    void take_support(Stakeholder& person, const std::string& value);
    void take_objections(Stakeholder& person, const std::string& value);
    void take_kind(Link& link, const std::string& key, const std::string& value);
};

/// Where a drawing shows the vertices, as shares of its width and height, when every one of them has numbers x and y (which
/// grows downwards, as on a screen); else nothing.
std::vector<DrawnPlace> drawn_places(const std::vector<GraphFile::Attributes>& all);

} // namespace assent
