#include "viewer/window.hpp"

#include "viewer/application.hpp"
#include "viewer/context.hpp"
#include "viewer/drawn_frame.hpp"
#include "viewer/frame_times.hpp"
#include "viewer/key_queue.hpp"
#include "viewer/keys.hpp"

#include "model/user_error.hpp"

#include <iostream>
#include <string>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>

namespace assent::viewer {
namespace {

static_assert(key::f1 == GLFW_KEY_F1 && key::enter == GLFW_KEY_ENTER && key::left == GLFW_KEY_LEFT &&
              key::keypad_enter == GLFW_KEY_KP_ENTER && key::space == GLFW_KEY_SPACE && 'K' == GLFW_KEY_K &&
              key::left_shift == GLFW_KEY_LEFT_SHIFT && key::left_super + key::right_hand == GLFW_KEY_RIGHT_SUPER);

constexpr double longest_sleep = 0.5;                         ///< seconds, so that a changed store is noticed
constexpr double moving_step = 1.0 / 60, blinking_step = 0.1; ///< seconds; the cursor of a text blinks
constexpr double settling_seconds = 180, idle_seconds = 10;   // of --measure
constexpr int least_width = 640, least_height = 480;

// The functions of OpenGL that the backend leaves to us, asked of GLFW so that nothing is linked to libGL.
constexpr unsigned color_buffer_bit = 0x4000;
using ClearColor = void (*)(float, float, float, float);
using Clear = void (*)(unsigned);
using Viewport = void (*)(int, int, int, int);
using Finish = void (*)();

[[noreturn]] void fail(const std::string& problem) {
    const char* detail = nullptr;
    glfwGetError(&detail);
    throw UserError(fmt::format("assent-viewer: {} ({}); run it on a desktop with OpenGL 3.0, or under xvfb-run with "
                                "libgl1-mesa-dri installed; --snapshot FILE.png needs neither",
                                problem, detail == nullptr ? "no reason given" : detail));
}

/// GLFW as long as it is used.
struct Library {
    Library() {
        if (glfwInit() != GLFW_TRUE) fail("no display");
    }
    ~Library() { glfwTerminate(); }
};

/// ImGui's two backends as long as they are used.
struct Backends {
    explicit Backends(GLFWwindow* window) {
        if (!ImGui_ImplGlfw_InitForOpenGL(window, true) || !ImGui_ImplOpenGL3_Init("#version 130"))
            fail("OpenGL cannot be used");
    }
    ~Backends() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
    }
};

GLFWwindow* make_window(const Options& options) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    GLFWwindow* window = glfwCreateWindow(options.width, options.height, "Assent", nullptr, nullptr);
    if (window == nullptr) fail("no window with OpenGL 3.0 can be opened");
    glfwSetWindowSizeLimits(window, least_width, least_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return window;
}

/// The loop of events and frames.
class Loop {
  public:
    Loop(GLFWwindow* window, Application& application) : window_(window), application_(application) {
        clear_color_ = reinterpret_cast<ClearColor>(glfwGetProcAddress("glClearColor"));
        clear_ = reinterpret_cast<Clear>(glfwGetProcAddress("glClear"));
        viewport_ = reinterpret_cast<Viewport>(glfwGetProcAddress("glViewport"));
        finish_ = reinterpret_cast<Finish>(glfwGetProcAddress("glFinish"));
        if (clear_color_ == nullptr || clear_ == nullptr || viewport_ == nullptr || finish_ == nullptr)
            fail("OpenGL cannot be used");
        glfwSetWindowUserPointer(window, this);
        glfwSetDropCallback(window, take_dropped);
        glfwSetKeyCallback(window, take_key); // in the place of ImGui's own
        glfwSetCharCallback(window, take_character);
        glfwSetWindowRefreshCallback(window, take_refresh);
        glfwSetWindowCloseCallback(window, take_close);
    }
    void run() {
        while (open()) turn();
    }
    FrameTimes measure(int frames);

  private:
    [[nodiscard]] bool open() const {
        return !application_.wants_to_close();
    }
    /// Sleeps until there may be something new, and draws it.
    void turn() {
        // Layout settles within a frame or two of an event; only then the window sleeps.
        if (awake_ > 0 || !keys_.empty()) {
            --awake_;
            glfwPollEvents();
        } else {
            const double longest = application_.moving()          ? moving_step
                                   : ImGui::GetIO().WantTextInput ? blinking_step
                                                                  : longest_sleep;
            const double time = glfwGetTime();
            glfwWaitEventsTimeout(longest);
            awake_ = glfwGetTime() - time < longest * 0.98 ? 2 : 0;
        }
        if (build() && !drawn_.repeats(*ImGui::GetDrawData())) show();
    }
    /// Builds a frame; false: nothing of the window can be seen.
    bool build();
    void show();

    static Loop& of(GLFWwindow* window) { return *static_cast<Loop*>(glfwGetWindowUserPointer(window)); }
    static void take_dropped(GLFWwindow* window, int count, const char** paths) {
        if (count > 0) of(window).application_.open(paths[0]);
    }
    static void take_key(GLFWwindow* window, int number, int, int action, int) {
        if (action != GLFW_REPEAT) of(window).keys_.key(number, action == GLFW_PRESS);
    }
    static void take_character(GLFWwindow* window, unsigned code) { of(window).keys_.character(code); }
    static void take_close(GLFWwindow* window) { // the application ends it, when nothing is unsaved
        glfwSetWindowShouldClose(window, GLFW_FALSE);
        of(window).application_.close();
    }
    static void take_refresh(GLFWwindow* window) { of(window).drawn_.forget(); }

    GLFWwindow* window_;
    Application& application_;
    ClearColor clear_color_;
    Clear clear_;
    Viewport viewport_;
    Finish finish_;
    KeyQueue keys_;
    DrawnFrame drawn_;
    std::string title_;
    int awake_ = 3;
    double build_seconds_ = 0; ///< of the latest frame
    int built_ = 0, shown_ = 0;
};

bool Loop::build() {
    int width = 0, height = 0;
    glfwGetWindowSize(window_, &width, &height);
    if (width == 0 || height == 0) return false; // an icon
    float ratio = 1;
    glfwGetWindowContentScale(window_, &ratio, nullptr);
    const double time = glfwGetTime();
    if (application_.prepare(float(width), float(height), ratio)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        drawn_.forget();
    }
    keys_.feed(ImGui::GetIO());
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    application_.draw();
    ImGui::Render();
    build_seconds_ = glfwGetTime() - time;
    ++built_;
    return true;
}

void Loop::show() {
    int pixels_wide = 0, pixels_high = 0;
    glfwGetFramebufferSize(window_, &pixels_wide, &pixels_high);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(application_.look().theme.page);
    viewport_(0, 0, pixels_wide, pixels_high);
    clear_color_(ground.x, ground.y, ground.z, 1);
    clear_(color_buffer_bit);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
    ++shown_;
    if (const std::string title = application_.title(); title != title_) {
        title_ = title;
        glfwSetWindowTitle(window_, title.c_str());
    }
}

FrameTimes Loop::measure(int frames) {
    FrameTimes times;
    glfwSwapInterval(0); // waiting for the display is no work
    const auto draw = [&] {
        if (build()) show();
        finish_(); // drivers draw later than they are told to
    };
    draw();
    times.first_frame = seconds_since_start();
    while (open() && int(times.build.size()) < frames) {
        times.computing += application_.settled() ? 0 : 1;
        const double time = glfwGetTime();
        glfwPollEvents();
        draw();
        times.whole.push_back(glfwGetTime() - time);
        times.build.push_back(build_seconds_);
    }
    const double patience = glfwGetTime() + settling_seconds;
    while (open() && !application_.settled() && glfwGetTime() < patience) turn();
    times.settled = application_.settled();
    const double begin = glfwGetTime(), processor = processor_seconds();
    built_ = shown_ = 0;
    while (open() && glfwGetTime() - begin < idle_seconds) turn();
    times.idle = glfwGetTime() - begin;
    times.idle_processor = processor_seconds() - processor;
    times.idle_frames = built_;
    times.idle_drawn = shown_;
    return times;
}

} // namespace

void run_window(const Options& options) {
    const Library library;
    GLFWwindow* window = make_window(options);
    const Context context;
    const Backends backends(window);
    Application application(options);
    application.desk().waker->set([] { glfwPostEmptyEvent(); });
    Loop loop(window, application);
    if (options.measured_frames == 0) {
        loop.run();
        return;
    }
    FrameTimes times = loop.measure(options.measured_frames);
    if (times.build.empty()) throw UserError("assent-viewer: the window was closed before a frame was measured");
    times.screen = fmt::format("{} at {} x {}", application.screen().name(), options.width, options.height);
    std::cout << report_of(times);
}

} // namespace assent::viewer
