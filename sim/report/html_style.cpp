#include "report/html_style.hpp"

#include "report/palette.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr const char* page_rules = R"(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 Inter,system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main,header,footer{max-width:1240px;margin:0 auto;padding:0 24px}
header{padding-top:28px;padding-bottom:12px}
h1{font-size:clamp(22px,3.2vw,30px);line-height:1.2;margin:2px 0 6px;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:20px;line-height:1.3;margin:0 0 4px;letter-spacing:-.01em}
h3{font-size:15px;line-height:1.35;margin:0 0 6px}
p{margin:0 0 12px;max-width:72ch}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:4px}
.bar{display:flex;align-items:center;gap:10px;color:var(--muted);font-size:14px}
.mark{width:26px;height:26px;flex:none}
.brand{font-weight:650;color:var(--ink)}
.bar button{margin-left:auto;font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:999px;padding:5px 14px;cursor:pointer}
.about{color:var(--muted);margin:0}
nav{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line);margin-bottom:22px}
nav ul{max-width:1240px;margin:0 auto;padding:8px 24px;list-style:none;display:flex;gap:4px;overflow-x:auto;scrollbar-width:none}
nav a{display:block;white-space:nowrap;padding:5px 12px;border-radius:999px;color:var(--muted);text-decoration:none;font-size:14px}
nav a:hover{background:var(--track);color:var(--ink)}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;box-shadow:var(--shade);padding:26px 28px 28px;margin:0 0 22px;scroll-margin-top:60px}
.lead{color:var(--muted);margin-bottom:18px;max-width:90ch;text-wrap:pretty}
.lead strong{color:var(--ink);font-weight:600}
.note{color:var(--muted);font-size:14px;margin:14px 0 0}
.split{display:grid;grid-template-columns:minmax(0,640px) minmax(0,1fr);gap:12px 40px;align-items:start}
.split>*{min-width:0}
footer{color:var(--muted);font-size:13px;padding-bottom:40px}
)";

constexpr const char* answer_rules = R"(
.answer{display:grid;grid-template-columns:minmax(0,1fr) 268px;gap:20px 48px;padding:34px 36px}
.verdict{font-size:clamp(23px,3.4vw,34px);line-height:1.2;letter-spacing:-.02em;font-weight:650;margin:0 0 22px;max-width:26ch;text-wrap:balance}
.verdict em{font-style:normal;color:var(--accent)}
.answer dl{margin:0;display:grid;grid-template-columns:9.5em minmax(0,1fr);gap:11px 18px}
.answer dt{color:var(--muted);font-size:14px;padding-top:1px}
.answer dd{margin:0;max-width:62ch}
.hundred{align-self:center}
.hundred p{font-size:13.5px;color:var(--muted);margin:0 0 10px;line-height:1.4}
.legend{list-style:none;margin:12px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:5px 18px;font-size:14px}
.legend li{display:flex;align-items:center;gap:7px}
.legend svg{width:16px;height:16px;flex:none}
.hundred .legend{display:grid;gap:3px}
)";

constexpr const char* table_rules = R"(
.scroll{overflow-x:auto}
tbody th{overflow-wrap:anywhere;min-width:6.5em}
table{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.4}
caption{text-align:left;color:var(--muted);font-size:13.5px;padding-bottom:6px}
th,td{text-align:left;padding:9px 14px 9px 0;border-bottom:1px solid var(--line);vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:500;font-size:13px;vertical-align:bottom;padding-top:0}
tbody th{font-weight:600}
tbody tr:last-child>*{border-bottom:0}
.r{text-align:right;white-space:nowrap}
.sub{display:block;color:var(--muted);font-weight:400;font-size:13px;line-height:1.35}
.badge{display:inline-block;font-size:12px;font-weight:600;border-radius:999px;padding:1px 9px;margin-left:6px;background:var(--track);color:var(--muted);white-space:nowrap}
.badge.first{background:var(--accent);color:var(--on-accent)}
.rank td,.rank th{vertical-align:middle}
.rank td>svg{display:block;width:150px;height:auto}.rank tbody th{min-width:11em;max-width:16em;overflow-wrap:anywhere}.rank .n{white-space:nowrap}
.rank .about{font-weight:400}
details>summary{cursor:pointer;color:var(--accent);font-size:14.5px;padding:4px 0}
details[open]>summary{margin-bottom:10px}
pre{background:var(--inset);border:1px solid var(--line);border-radius:10px;padding:14px 16px;overflow:auto;font:13px/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;margin:0 0 12px;white-space:pre-wrap}
code{font:13.5px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:6px 20px;margin:0 0 16px;font-size:14.5px}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
)";

constexpr const char* deal_rules = R"(
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(258px,1fr));gap:26px 30px}
.panels figure{margin:0;min-width:0}
figcaption{font-weight:600;font-size:15px;margin-bottom:2px}
figcaption bdi{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
@media screen and (min-width:1001px){.panels.three{grid-template-columns:repeat(3,minmax(0,1fr))}}
.deals{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:30px 48px}
.deals article{min-width:0}.panels .pic svg{max-width:380px}
.weeks{list-style:none;margin:14px 0 0;padding:0 0 0 22px;border-left:2px solid var(--line)}
.weeks>li{position:relative;margin:0 0 15px}
.weeks>li::before{content:"";position:absolute;left:-29px;top:6px;width:10px;height:10px;border-radius:50%;background:var(--card);border:2px solid var(--accent)}
.weeks>li.quiet::before{border-color:var(--line)}
.weeks>li.quiet{color:var(--muted)}
.weeks h4{font-size:13.5px;margin:0 0 3px;font-weight:600}
.weeks h4 span{color:var(--muted);font-weight:400}
.weeks ul{margin:0;padding:0;list-style:none;font-size:14.5px;line-height:1.45}
.weeks ul li{margin:0 0 3px}
)";

constexpr const char* picture_rules = R"(
svg{font-family:inherit}
.pic{display:block}
.pic svg{display:block;width:100%;height:auto;max-width:760px}
.narrow{display:none}
svg text{fill:var(--ink);font-size:12.5px}
svg .tick{fill:var(--muted);font-size:11.5px}
svg .small{font-size:11px}
svg .muted{fill:var(--muted)}
svg .strong{font-weight:600}
svg .value,svg .small.strong{font-weight:600}
svg .value,svg .small.strong,svg .halo{paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
svg .axis{stroke:var(--muted);stroke-width:1}
svg .grid{stroke:var(--line);stroke-width:1}
svg .zero{stroke:var(--muted);stroke-width:1.2}
svg .won{fill:var(--won)}svg .none{fill:var(--none)}svg .lost{fill:var(--lost)}svg .lost2{fill:var(--lost2)}svg .out{fill:var(--out)}
svg .hatch{fill:url(#hatch)}svg .dots{fill:url(#dots)}svg .cross{fill:url(#cross)}svg .back{fill:url(#back)}
svg text.on{fill:var(--on-outcome);font-weight:600;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
svg text.on.won{stroke:var(--won)}svg text.on.none{stroke:var(--none)}svg text.on.lost{stroke:var(--lost)}svg text.on.lost2{stroke:var(--lost2)}svg text.on.out{stroke:var(--out)}
svg .ring{fill:none;stroke:var(--none);stroke-width:3}
svg .stroke-out{fill:none;stroke:var(--out);stroke-width:3.4}
svg .track{fill:var(--track)}
svg .band{fill:var(--accent);opacity:.2}
svg .curve{fill:none;stroke:var(--accent);stroke-width:2.4;stroke-linejoin:round}
svg .other{fill:none;stroke:var(--muted);stroke-width:1.1;opacity:.5}
svg .bin{fill:var(--accent);opacity:.55}
svg .bin.in{opacity:.95}
svg .range{fill:var(--track)}
svg .median{stroke:var(--ink);stroke-width:1.8}
svg .whisker{stroke:var(--ink);stroke-width:1.6}
svg .dot{fill:var(--accent);stroke:var(--card);stroke-width:1.5}
svg .dot.level{fill:var(--card);stroke:var(--accent);stroke-width:2.2}
svg .gain{fill:var(--won)}svg .loss{fill:var(--lost)}svg .faint{opacity:.45}
svg .area{fill:var(--accent);opacity:.13}
)";

constexpr const char* heat_rules = R"(
svg .cell{fill:var(--accent)}
svg .h0{fill:var(--track)}
svg .h1{opacity:.14}svg .h2{opacity:.26}svg .h3{opacity:.38}svg .h4{opacity:.5}svg .h5{opacity:.66}svg .h6{opacity:.8}svg .h7{opacity:.92}svg .h8{opacity:1}
svg text.over{fill:var(--on-accent);font-weight:600}
)";

constexpr const char* sweep_rules = R"(
svg .soft{opacity:.14}
svg .line{fill:none;stroke-width:2.2;stroke-linejoin:round}
svg .k1{stroke-dasharray:8 4}svg .k2{stroke-dasharray:3 3}svg .k3{stroke-dasharray:10 3 2 3}svg .k4{stroke-dasharray:1.5 3.5}svg .k5{stroke-dasharray:14 5}svg .k6{stroke-dasharray:6 2 2 2 2 2}svg .k7{stroke-dasharray:4 8}
.letters{list-style:none;margin:0 0 18px;padding:0;display:flex;flex-wrap:wrap;gap:6px 22px;font-size:14px}
.letters li{display:flex;align-items:center;gap:7px}.letters svg{width:34px;height:12px;flex:none}.letters b{font-weight:650}
.panels.maps{grid-template-columns:repeat(auto-fill,minmax(min(330px,100%),1fr))}.panels.maps .pic svg{max-width:560px}
)";

constexpr const char* centre_rules = R"(
svg .disc{fill:var(--card);stroke:var(--line);stroke-width:1.5}
svg .core{fill:var(--inset);stroke:var(--muted);stroke-width:1.2}
svg .core.hidden{stroke-dasharray:4 4;fill:var(--card)}
svg .link{fill:none;stroke:var(--muted);stroke-linecap:butt;opacity:.62}
svg .link.informal{stroke-dasharray:2 4}
svg .link.conflict{stroke:var(--lost);opacity:.85}
svg .tip{fill:var(--muted)}svg .tip.open{fill:var(--card);stroke:var(--muted);stroke-width:1.4}
svg .stop{stroke:var(--lost);stroke-width:3}
svg .seg{fill:none;stroke-width:6}
svg .seg.rest{opacity:.2}
svg .seg.unknown{stroke-dasharray:3 3}
svg .plate{fill:var(--card);opacity:.86}
svg .veto{fill:var(--lost)}svg .gate{fill:var(--t1)}
svg text.sign{fill:var(--on-outcome);font-weight:700;font-size:10.5px}
svg .initials{font-weight:650}
)";

constexpr const char* narrow_rules = R"(
@media screen and (max-width:1000px){.split,.deals{grid-template-columns:minmax(0,1fr)}.answer{grid-template-columns:minmax(0,1fr)}.hundred{max-width:300px}
.rank,.rank tbody,.rank tr,.rank td,.rank tbody th{display:block;width:100%}.rank thead{display:none}
.rank tr{padding:14px 0;border-bottom:1px solid var(--line)}.rank tr:last-child{border:0}
.rank td,.rank tbody th{border:0;padding:3px 0;text-align:left;white-space:normal}
.rank td{display:grid;grid-template-columns:9.5em minmax(0,1fr);gap:2px 12px;align-items:start}
.rank td::before{content:attr(data-label);color:var(--muted);font-size:13.5px}
.rank td>svg{grid-column:2}}
@media screen and (max-width:640px){body{font-size:15.5px}main,header,footer{padding-left:14px;padding-right:14px}nav ul{padding:6px 12px}
.card{padding:20px 16px;border-radius:13px;margin-bottom:14px}.answer{padding:22px 18px}.answer dl{grid-template-columns:minmax(0,1fr);gap:2px}.answer dd{margin-bottom:10px}
.wide{display:none}.narrow{display:block}.panels{grid-template-columns:minmax(0,1fr)}
.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd{margin-bottom:8px}}
)";

constexpr const char* print_rules = R"(
@media print{@page{size:A4;margin:14mm}
body{background:#fff;font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
nav,.bar button,.screen-only{display:none}main,header,footer{max-width:none;padding:0}
.card{box-shadow:none;border-radius:8px;padding:14px 16px;margin-bottom:12px;break-inside:avoid}
.card.long{break-inside:auto}h2,h3,h4,.lead,figcaption{break-after:avoid}tr,figure,.pic,.weeks>li,.legend{break-inside:avoid}
.scroll{overflow:visible}details:not([open]),#strategies,.rank th:last-child,.rank td:last-child{display:none}.rank tbody th{min-width:9em}.rank th .sub{display:none}
.answer{grid-template-columns:minmax(0,1fr) 190px;gap:24px}.verdict{font-size:19pt}
.split,.panels{display:block}.panels figure{display:inline-block;width:48%;margin:0 1% 16px 0}.lead{break-inside:avoid}.pic svg{width:auto;max-width:100%}
table{font-size:8.6pt}.rank td>svg{width:86px}th,td{padding:5px 8px 5px 0}.deals{gap:20px}.weeks ul{font-size:9pt}pre{font-size:8pt}}
)";

std::string theme_values(bool dark) {
    std::string values;
    for (const ThemeColour& colour : theme_colours)
        values += fmt::format("--{}:{};", colour.name, dark ? colour.dark : colour.light);
    return values;
}

std::string topic_rules() {
    std::string rules;
    for (int topic = 0; topic < topic_colours; ++topic)
        rules += fmt::format("svg .s{0}{{stroke:var(--t{0})}}svg .f{0}{{fill:var(--t{0})}}", topic);
    return rules + "\n";
}

} // namespace

std::string style_sheet() {
    const std::string dark = theme_values(true);
    std::string sheet = ":root{color-scheme:light;" + theme_values(false) + "}\n";
    sheet += "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;" + dark +
             "}}\n";
    sheet += "@media screen{:root[data-theme=dark]{color-scheme:dark;" + dark + "}}";
    for (const char* rules :
         {page_rules, answer_rules, table_rules, deal_rules, picture_rules, heat_rules, sweep_rules, centre_rules})
        sheet += rules;
    return sheet + topic_rules() + narrow_rules + print_rules;
}

std::string picture_style_sheet() {
    std::string sheet;
    for (const char* rules : {picture_rules, heat_rules, sweep_rules}) sheet += rules;
    sheet += topic_rules() + "svg{font-family:Inter,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",sans-serif}\n";
    for (const ThemeColour& colour : theme_colours) {
        const std::string variable = fmt::format("var(--{})", colour.name);
        for (std::size_t at = sheet.find(variable); at != std::string::npos; at = sheet.find(variable, at))
            sheet.replace(at, variable.size(), colour.light);
    }
    return sheet;
}

std::string theme_script() {
    return R"script(const root=document.documentElement,button=document.getElementById("theme");
const dark=()=>root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme: dark)").matches;
const name=()=>{button.textContent=dark()?"Light":"Dark"};
button.hidden=false;name();
button.addEventListener("click",()=>{root.dataset.theme=dark()?"light":"dark";name()});
)script";
}

std::string content_policy() {
    // SHA-256 of theme_script() in base64. After a change of the script the browser's console names the new hash, and
    // tests/browser fails until it stands here.
    return "default-src 'none'; style-src 'unsafe-inline'; script-src "
           "'sha256-SHGHlWo/kU45M4MAzIDkQ6rrjGW5dIRQmp45+WAQuls='; base-uri 'none'; form-action 'none'";
}

std::string pattern_definitions() {
    return R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true" style="position:absolute"><defs>
<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="7" fill="#000" fill-opacity=".2"/></pattern>
<pattern id="back" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="2" height="7" fill="#000" fill-opacity=".2"/></pattern>
<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.1" fill="#000" fill-opacity=".2"/></pattern>
<pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.6" height="7" fill="#000" fill-opacity=".2"/><rect width="7" height="1.6" fill="#000" fill-opacity=".2"/></pattern>
</defs></svg>
)svg";
}

} // namespace assent
