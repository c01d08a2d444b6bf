// The lessons as a SCORM package, opened in headless Chromium around which a learning management system is played.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace {

using assent::worlds::content_of;
using assent::worlds::Ran;
using assent::worlds::Scratch;
using assent::worlds::shell;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A page with the API of SCORM 1.2 around the package's; answers every question, each fifth one wrong.
constexpr const char* system_page = R"html(<!doctype html><title>system</title><script>
const data = {}, calls = [];
const log = name => () => { calls.push(name); return "true"; };
window.API = {LMSInitialize: log("initialize"), LMSCommit: log("commit"), LMSFinish: log("finish"),
  LMSSetValue: (key, value) => { data[key] = value; return "true"; }, LMSGetValue: key => data[key] || ""};
addEventListener("load", () => {
  const page = document.getElementById("page").contentDocument, before = JSON.stringify(data);
  [...page.querySelectorAll(".question")].forEach((question, i) => {
    const wanted = i % 5 !== 4;
    [...question.querySelectorAll("button")].find(button => button.classList.contains("better") === wanted).click();
    question.querySelector("button").click(); // the first answer counts
  });
  document.body.append(`before ${before} after ${JSON.stringify(data)} first call ${calls[0]}, ` +
    page.getElementById("score").textContent + `, too wide ${page.documentElement.scrollWidth > page.documentElement.clientWidth}`);
});
</script><body><iframe id="page" src="index.html" width="360" height="900"></iframe>
)html";

} // namespace

TEST_CASE("the package reports score and status to the system around it") {
    const Scratch scratch;
    const std::string here = "cd '" + scratch.path().string() + "' && ";
    REQUIRE(shell("cd .. && $assent train scorm '" + (scratch / "lessons.zip") + "'").code == 0);
    REQUIRE(shell(here + "cmake -E tar xf lessons.zip").code == 0);
    CHECK(contains(content_of(scratch / "imsmanifest.xml"), "<schemaversion>1.2</schemaversion>"));
    CHECK(contains(content_of(scratch / "imsmanifest.xml"), "href=\"index.html\""));
    CHECK_FALSE(contains(content_of(scratch / "index.html"), "http://"));
    std::ofstream(scratch / "system.html") << system_page;
    const Ran ran =
        shell(here + "timeout 120 chromium --headless --no-sandbox --disable-gpu --no-first-run "
                     "--allow-file-access-from-files --user-data-dir=\"$PWD/profile\" --enable-logging=stderr "
                     "--virtual-time-budget=5000 --dump-dom \"file://$PWD/system.html\"");
    CHECK(contains(ran.out, "before {\"cmi.core.lesson_status\":\"incomplete\"}"));
    CHECK(contains(ran.out, "\"cmi.core.lesson_status\":\"passed\""));
    CHECK(contains(ran.out, "\"cmi.core.score.raw\":\"80\""));
    CHECK(contains(ran.out, "first call initialize"));
    CHECK(contains(ran.out, "15 of 15 answered, 12 right, too wide false"));
    CHECK_FALSE(contains(ran.err, "CONSOLE"));
}

TEST_CASE("the package is the same whenever it is made") {
    const Scratch scratch;
    const std::string one = scratch / "one.zip", two = scratch / "two.zip";
    REQUIRE(shell("cd .. && $assent train scorm '" + one + "' && sleep 2 && $assent train scorm '" + two + "'").code ==
            0);
    CHECK(content_of(one) == content_of(two));
    CHECK(shell("cd .. && $assent train scorm /absent/x.zip").code == 2);
}
