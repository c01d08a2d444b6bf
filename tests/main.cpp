#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int argc, char** argv) {
    // RapidCheck draws a new seed each time unless told one; a failure has to come back when the test is run again.
    setenv("RC_PARAMS", "seed=20260101", /*overwrite=*/0);
    doctest::Context context(argc, argv);
    return context.run();
}
