// What can be said in the game.
#include "report/play_screen.hpp"

#include <algorithm>
#include <array>

namespace assent {
namespace {

struct HelpLine {
    std::string_view say, what;
};

constexpr std::array talks{
    HelpLine{"meet WHO …", "in person: counts most, 2 h with the way; also call, mail, video, event, web"},
    HelpLine{"… to introduce", "who you are; the first talk is that by itself"},
    HelpLine{"… to discover", "listen: doubts, what is behind them, and who else has a say"},
    HelpLine{"… about TOPIC with data", "answer a doubt; with data, a reference or a guarantee"},
    HelpLine{"… value", "what they earn by it"},
    HelpLine{"… demonstrate", "show that it does their job"},
    HelpLine{"… reference", "a customer who vouches for you"},
    HelpLine{"… rapport", "get to know each other"},
    HelpLine{"… trial", "a trial; with inside test, own material, staff training"},
    HelpLine{"offer WHO …", "your offer: discount 5%, extras NAME, or tailored 2M for what they lack"},
    HelpLine{"concede WHO", "give way on price, a step"},
    HelpLine{"ask WHO", "ask for the decision; ask WHO about … asks what matters"},
    HelpLine{"remind WHO", "a sign of life"},
    HelpLine{"points, solve, kickback", "a gift to the person, help outside the product, what you should not do"},
};

constexpr std::array turns{
    HelpLine{"week, week 3", "play the week as planned, or several"},
    HelpLine{"plan", "what is planned for this week"},
    HelpLine{"status, look WHO", "what you know of everybody, of one"},
    HelpLine{"story", "all weeks so far"},
    HelpLine{"advise", "what is best next, from what you know, and by how much"},
    HelpLine{"back, branch", "take back the last step; try another way from the beginning of the last week"},
    HelpLine{"tree, go N", "all that was tried; to position N"},
    HelpLine{"forecast 60", "your chance to win in percent, before the week; the debrief says how well you foresee"},
    HelpLine{"note TEXT, mark", "to this position"},
    HelpLine{"save FILE, quit", "keep it, leave"},
};

template <class Lines> std::string list(const Lines& lines, const TextStyle& style) {
    constexpr int left = 26;
    std::string text;
    for (const HelpLine& line : lines) {
        const std::string words = wrapped(line.what, style, left + 2);
        text += "  " + emphasised(padded(line.say, left), Emphasis::strong, style) +
                words.substr(std::min<std::size_t>(words.size(), static_cast<std::size_t>(left + 2)));
    }
    return text;
}

} // namespace

std::string play_help(const TextStyle& style) {
    return emphasised("What you can do in a week", Emphasis::strong, style) + "\n" + list(talks, style) + "\n" +
           emphasised("And besides", Emphasis::strong, style) + "\n" + list(turns, style) + "\n" +
           wrapped(
               "WHO is what stands under “say” in the list of people, a name or a title; all is everybody. Words may "
               "be shortened, and small words do not count.",
               style, 2);
}

} // namespace assent
