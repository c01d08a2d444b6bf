#include "cli/application.hpp"

int main(int argc, char** argv) { return assent::cli::run_application(argc, argv); }
