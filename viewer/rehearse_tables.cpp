// What Rehearse shows, as tables for a spreadsheet.
#include "viewer/rehearse_screen.hpp"

#include "viewer/tsv.hpp"

#include "report/move_words.hpp"
#include "report/reason_words.hpp"

namespace assent::viewer {
namespace {

Tsv& interval(Tsv& table, const Interval& value, double unit) {
    return table.number(value.estimate * unit).number(value.low * unit).number(value.high * unit);
}

std::string weeks_table(const char* value, const std::vector<Interval>& shares) {
    Tsv table;
    table.text(tr("Week")).text(value).text(tr("low")).text(tr("high")).end_line();
    for (std::size_t week = 0; week < shares.size(); ++week)
        interval(table.number(double(week)), shares[week], 100).end_line();
    return std::move(table).finish();
}

std::string tree_table(const Room& room) {
    Tsv table;
    table.text(tr("Position")).text(tr("After")).text(tr("Week")).text(tr("Move")).text(tr("Whom"));
    table.text(tr("Win %")).text(tr("low")).text(tr("high")).text(tr("Note")).end_line();
    const Session& session = room.session();
    for (NodeId id = 0; id < std::ssize(session.tree()); ++id) {
        const Node& node = session.tree()[std::size_t(id)];
        if (node.removed) continue;
        const bool moves = id != 0 && !node.plays_week;
        table.number(id);
        if (id == 0)
            table.text("");
        else
            table.number(node.parent);
        table.number(session.week(id));
        table.text(moves     ? move_name(room.client().model, node.move)
                   : id == 0 ? tr("The beginning")
                             : tr("week played"));
        table.text(moves ? member_name(room.client().model, node.move.member) : "");
        if (const auto worth = room.worth(id))
            interval(table, *worth, 100);
        else
            table.text("").text("").text("");
        table.text(node.note).end_line();
    }
    return std::move(table).finish();
}

std::string member_table(Room& room, int member) {
    const auto mind = room.mind(member);
    const auto first = room.session().practice().plan().objection_begin[std::size_t(member)];
    Tsv table;
    table.text(tr("Doubt")).text(tr("as heard, %")).text(tr("heard in week"));
    table.text(tr("believed now, %")).text(tr("low")).text(tr("high")).end_line();
    for (const KnownObjection& doubt : room.knowledge().members[std::size_t(member)].objections) {
        table.text(reason_name(room.client().model, doubt.topic)).number(100 * double(doubt.heard));
        table.number(doubt.heard_week);
        if (mind) {
            const Believed& now = mind->doubts[std::size_t(doubt.objection - first)].severity;
            table.number(100 * now.mean).number(100 * now.low).number(100 * now.high);
        } else {
            table.text("").text("").text("");
        }
        table.end_line();
    }
    return std::move(table).finish();
}

} // namespace

std::string RehearseScreen::moves_table(const Room& room, const Outlook& outlook) {
    const Model& model = room.client().model;
    Tsv table;
    table.text(tr("Move")).text(tr("Whom")).text(tr("Channel")).text(tr("Win %")).text(tr("low")).text(tr("high"));
    table.text(tr("Gain, points")).text(tr("low")).text(tr("high")).end_line();
    for (const OutlookLine& line : outlook.lines) {
        table.text(line.wait ? tr("Nothing more this week") : move_name(model, line.move));
        table.text(line.wait ? "" : member_name(model, line.move.member));
        table.text(line.wait ? "" : tr(channel_name(line.move.channel)));
        interval(interval(table, line.win, 100), line.gain, 100).end_line();
    }
    return std::move(table).finish();
}

std::function<std::string()> RehearseScreen::table(std::string_view card, const Look&) const {
    if (!room_) return {};
    Room* room = room_.get();
    if (card == "tree") return [room] { return tree_table(*room); };
    if (card == "member") return [room, member = member_] { return member_table(*room, member); };
    if (!outlook_) return {};
    const std::shared_ptr<const Outlook> seen = outlook_;
    if (card == "moves") return [room, seen] { return moves_table(*room, *seen); };
    if (card == "win by week") return [seen] { return weeks_table(tr("Win %"), seen->past); };
    if (card == "weeks to decision")
        return [seen] { return weeks_table(tr("Won in it, % of all deals"), seen->won_in); };
    return {};
}

} // namespace assent::viewer
