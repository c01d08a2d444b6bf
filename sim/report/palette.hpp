#pragma once
// Colours of the report, for light and for dark. After Okabe & Ito 2008, whose eight colours stay apart for colour-blind
// readers; the lighter ones are for dark ground. No colour speaks alone: a word, a shape or a pattern says the same.
#include <string_view>

namespace assent {

struct ThemeColour {
    std::string_view name; ///< of the variable in the style sheet
    std::string_view light, dark;
};

inline constexpr ThemeColour theme_colours[] = {
    // ground and text
    {"page", "#f3f5f8", "#0b1016"},
    {"card", "#ffffff", "#131a23"},
    {"inset", "#f6f8fa", "#0f151d"},
    {"ink", "#17202b", "#e9eef4"},
    {"muted", "#566474", "#97a5b6"},
    {"line", "#dde3ea", "#263140"},
    {"track", "#e9edf2", "#1f2935"},
    {"shade", "0 1px 2px rgba(20,30,45,.06),0 6px 24px rgba(20,30,45,.05)", "0 1px 2px rgba(0,0,0,.4)"},
    // meaning
    {"accent", "#0068a5", "#5cb3f2"},
    {"on-accent", "#ffffff", "#081018"},
    {"won", "#009e73", "#2dc9a1"},
    {"none", "#8c98a6", "#6c7a8b"},
    {"lost", "#d55e00", "#f2823f"},
    {"lost2", "#e69f00", "#f0b53f"},
    {"out", "#b0568a", "#db8fbd"},
    {"on-outcome", "#ffffff", "#081018"},
    // topics
    {"t0", "#e69f00", "#f0b53f"},
    {"t1", "#0072b2", "#4fa9ea"},
    {"t2", "#d55e00", "#f2823f"},
    {"t3", "#009e73", "#2dc9a1"},
    {"t4", "#b0568a", "#db8fbd"},
    {"t5", "#3a9ad0", "#8fd0fa"},
    {"t6", "#8a7d00", "#e6d94a"},
    {"t7", "#6a6f78", "#a4abb5"},
};

/// Topics beyond these share the last colour and are told apart by their number.
inline constexpr int topic_colours = 8;

} // namespace assent
