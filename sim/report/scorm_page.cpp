// The page of the package.
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/scorm.hpp"
#include "report/training_report.hpp"

#include <fmt/format.h>
#include <sstream>

namespace assent {
namespace {

constexpr std::string_view style = R"css(<style>
h1{text-align:center}
.question{max-width:56rem;margin:2rem auto;padding:0 1rem}
.plans{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem;margin:1rem 0}
.plans button{font:inherit;color:inherit;text-align:left;background:none;display:flex;flex-direction:column;border:1px solid currentColor;border-radius:.6rem;padding:.8rem 1rem;cursor:pointer}
.plans button:focus-visible{outline:3px solid #4a90d9}
.answered .plans button.better{border-width:3px}
.plans ol{margin:.4rem 0 0;padding-left:1.2rem}
.worth,.after{display:none}
.answered .worth,.answered .after{display:block}
#score{position:sticky;bottom:0;padding:.6rem 1rem;text-align:center;background:Canvas;color:CanvasText;border-top:1px solid}
</style>
)css";

// The API object stands in a window above or in the one that opened ours (SCORM 1.2, RTE 3.3.6). A question counts as it was
// answered first.
constexpr std::string_view script = R"js(<script>
(() => {
  const find = start => { for (let w = start, i = 0; w && i < 20; ++i) { try { if (w.API) return w.API; } catch (e) { return null; } if (w === w.parent) return null; w = w.parent; } return null; };
  const api = find(window) || (window.opener ? find(window.opener) : null);
  const set = (key, value) => { if (api) api.LMSSetValue(key, String(value)); };
  if (api) api.LMSInitialize("");
  set("cmi.core.lesson_status", "incomplete");
  const questions = [...document.querySelectorAll(".question")];
  let answered = 0, right = 0;
  const show = () => document.getElementById("score").textContent = `${answered} of ${questions.length} answered, ${right} right`;
  for (const question of questions)
    for (const button of question.querySelectorAll("button"))
      button.addEventListener("click", () => {
        if (question.classList.contains("answered")) return;
        question.classList.add("answered");
        const correct = button.classList.contains("better");
        button.setAttribute("aria-pressed", "true");
        question.querySelector(".verdict").textContent = correct ? "✓ That is worth more." : "✗ The other one is worth more.";
        ++answered;
        if (correct) ++right;
        show();
        const score = Math.round(100 * right / questions.length);
        set("cmi.core.score.min", 0);
        set("cmi.core.score.max", 100);
        set("cmi.core.score.raw", score);
        if (answered === questions.length) set("cmi.core.lesson_status", score >= 70 ? "passed" : "failed");
        if (api) api.LMSCommit("");
      });
  show();
  addEventListener("pagehide", () => { if (api) api.LMSFinish(""); });
})();
</script>
)js";

std::string plan_markup(const LessonQuestion& question, const std::string& lines, const LessonResult& result,
                        bool better) {
    std::string items, line;
    for (std::istringstream in(lines); std::getline(in, line);)
        if (!line.empty()) items += "<li>" + escaped(line) + "</li>";
    return fmt::format("<button type=\"button\"{}><ol>{}</ol><p class=\"worth\"><strong>{}</strong></p></button>",
                       better ? " class=\"better\"" : "", items,
                       escaped(goal_text(*question.lesson, result.value.estimate, question.currency)));
}

std::string question_markup(const LessonQuestion& question, std::size_t place) {
    const Lesson& lesson = *question.lesson;
    const std::string good = plan_markup(question, lesson.good, question.good, true);
    const std::string bad = plan_markup(question, lesson.bad, question.bad, false);
    const bool good_first = place % 2 == 0; // the better one must not always stand on the same side
    return fmt::format(
        "<section class=\"question\" id=\"{0}\"><h2>{1}</h2><p>{2}</p><p>Which of the two is worth more, on "
        "average over many deals?</p><div class=\"plans\">{3}{4}</div><p class=\"verdict\" "
        "aria-live=\"polite\"></p><p class=\"after\">{5}</p></section>\n",
        escaped(lesson.id), escaped(lesson.title), escaped(lesson.before), good_first ? good : bad,
        good_first ? bad : good, escaped(lesson.after));
}

} // namespace

std::string scorm_page(std::span<const LessonQuestion> questions) {
    // Of our reports it has the style; their head forbids every script but their own.
    std::string page =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\"><title>Selling to a buying centre</title>\n<style>";
    page += style_sheet() + "</style>\n";
    page += style;
    page += "</head><body>\n<h1>Selling to a buying centre</h1>\n";
    page += "<main>\n";
    for (std::size_t place = 0; place < questions.size(); ++place) page += question_markup(questions[place], place);
    page += "</main>\n<div id=\"score\" role=\"status\"></div>\n";
    page += script;
    return page + "</body></html>\n";
}

} // namespace assent
