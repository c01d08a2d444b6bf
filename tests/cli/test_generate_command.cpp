// assent generate.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {

using worlds::Ran;
using worlds::shell;

TEST_CASE("a generated company says how to make it again, checks without a warning and is played") {
    const std::string call = "$assent generate company --size 7 --class new_task --history past --tender --seed 3";
    const Ran made = shell(call);
    CHECK(made.code == 0);
    CHECK(made.err.empty());
    const std::string again = "assent generate company --size 7 --class new_task --history past --tender --seed 3\n";
    CHECK(made.out.find(again) != std::string::npos);
    CHECK(shell(call).out == made.out);
    const Ran checked = shell(call + " | $assent check -");
    CHECK(checked.code == 0);
    CHECK(checked.err.empty());
    CHECK(checked.out.starts_with("stdin: ok (7 stakeholders, "));
    CHECK(shell(call + " | $assent run - --replicates 100 --format csv").code == 0);
}

TEST_CASE("a generated company goes to a file") {
    const worlds::Scratch scratch;
    const std::string file = scratch / "company.toml";
    const Ran made = shell("$assent generate company --seed 5 --out '" + file + "'");
    CHECK(made.code == 0);
    CHECK(made.out.empty());
    CHECK(worlds::content_of(file) == shell("$assent generate company --seed 5").out);
}

TEST_CASE("what cannot be generated is refused") {
    for (const std::string wrong :
         {"generate", "generate firm", "generate company --size 17", "generate company --size 0",
          "generate company --class rebuy", "generate company --history lost", "generate company --seed -1"}) {
        CAPTURE(wrong);
        const Ran ran = shell("$assent " + wrong);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.starts_with("assent generate: "));
    }
    CHECK(shell("$assent generate company --out /absent/x.toml").err.starts_with("cannot write /absent/x.toml ("));
}

} // namespace assent
