#pragma once
// A graph that somebody drew, to a scenario that can be played: what the file says is taken, what it does not say is
// marked as unknown or guessed, and every guess is told.
#include "model/buying_centre.hpp"
#include "model/model.hpp"

#include <string>
#include <vector>

namespace assent {

struct GraphImport {
    Model model;                    ///< valid: passes the checks of the reader and can be run
    std::vector<std::string> notes; ///< what was guessed, changed or left out, one sentence each
};

/// Attribute names count without case, space, `_` and `-`; the words of CRM exports are known. `source` names the file
/// in the title and the notes. Throws UserError when there is nobody in the graph or it is larger than a scenario may be.
GraphImport import_graph(const GraphFile& file, const std::string& source);

/// The same for members and links alone: no company, alternatives and strategies yet.
GraphImport import_people(const GraphFile& file, const std::string& source);

} // namespace assent
