#pragma once
// GraphML as drawing programs write it, made plain for Boost's reader.
#include <string>

namespace assent {

/// Rewrites GraphML: each node tells its id as attribute "id" (Boost keeps ids to itself), labels that yEd nests in
/// graphics become attribute "label", members of a yEd group become nodes of the graph with the group's label as
/// attribute "group". Throws std::runtime_error, with the line where there is one, for text that is not XML or not
/// GraphML, nests too deep, is too large, has two nodes of one id or an edge to a node that is not there.
std::string plain_graphml(const std::string& text);

} // namespace assent
