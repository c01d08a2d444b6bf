#pragma once
// Driving the real command the way its users do: through a shell.
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace assent::worlds {

struct Ran {
    int code = 0; ///< exit code of the shell
    std::string out, err;
};

/// A folder of its own, gone at the end.
class Scratch {
  public:
    Scratch() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("assent-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// Runs a bash command in the checkout's scenarios folder; $assent in it is the program.
inline Ran shell(const std::string& command) {
    const Scratch scratch;
    std::ofstream(scratch / "command") << "assent='" ASSENT_BINARY "'\ncd '" ASSENT_SOURCE_DIR "/scenarios'\n"
                                       << command;
    const std::string call =
        "bash '" + (scratch / "command") + "' >'" + (scratch / "out") + "' 2>'" + (scratch / "err") + "'";
    Ran ran;
    ran.code = WEXITSTATUS(std::system(call.c_str()));
    ran.out = content_of(scratch / "out");
    ran.err = content_of(scratch / "err");
    return ran;
}

/// The same with a terminal of `columns` columns as standard output and error; both come together in `out`.
inline Ran shell_on_terminal(const std::string& command, int columns) {
    const Scratch scratch;
    std::ofstream(scratch / "command") << "assent='" ASSENT_BINARY "'\ncd '" ASSENT_SOURCE_DIR "/scenarios'\nstty cols "
                                       << columns << "\nexport TERM=xterm\n"
                                       << command;
    const std::string call = "script -qec \"bash '" + (scratch / "command") + "'\" /dev/null </dev/null >'" +
                             (scratch / "out") + "' 2>/dev/null";
    Ran ran;
    ran.code = WEXITSTATUS(std::system(call.c_str()));
    ran.out = content_of(scratch / "out");
    return ran;
}

} // namespace assent::worlds
