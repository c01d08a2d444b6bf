#include "viewer/window.hpp"

#include "viewer/application.hpp"
#include "viewer/context.hpp"
#include "viewer/keys.hpp"

#include "model/user_error.hpp"

#include <memory>
#include <string>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>

namespace assent::viewer {
namespace {

static_assert(key::f1 == GLFW_KEY_F1 && key::enter == GLFW_KEY_ENTER && key::left == GLFW_KEY_LEFT &&
              key::keypad_enter == GLFW_KEY_KP_ENTER && key::space == GLFW_KEY_SPACE && 'K' == GLFW_KEY_K);

constexpr double longest_sleep = 0.5; ///< seconds, so that a changed store is noticed
constexpr double moving_step = 1.0 / 60;
constexpr int least_width = 640, least_height = 480;

// The two functions of OpenGL that the backend leaves to us, asked of GLFW so that nothing is linked to libGL.
constexpr unsigned color_buffer_bit = 0x4000;
using ClearColor = void (*)(float, float, float, float);
using Clear = void (*)(unsigned);
using Viewport = void (*)(int, int, int, int);

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
        if (clear_color_ == nullptr || clear_ == nullptr || viewport_ == nullptr) fail("OpenGL cannot be used");
    }
    void run() {
        while (glfwWindowShouldClose(window_) == GLFW_FALSE && !application_.wants_to_close()) {
            // Layout settles within a frame or two of an event; only then the window sleeps.
            if (awake_ > 0) {
                --awake_;
                glfwPollEvents();
            } else {
                const double time = glfwGetTime();
                glfwWaitEventsTimeout(application_.moving() ? moving_step : longest_sleep);
                awake_ = glfwGetTime() - time < longest_sleep * 0.98 ? 2 : 0;
            }
            draw();
        }
    }

  private:
    void draw() {
        int width = 0, height = 0, pixels_wide = 0, pixels_high = 0;
        glfwGetWindowSize(window_, &width, &height);
        glfwGetFramebufferSize(window_, &pixels_wide, &pixels_high);
        if (width == 0 || height == 0) return; // an icon
        float ratio = 1;
        glfwGetWindowContentScale(window_, &ratio, nullptr);
        if (application_.prepare(float(width), float(height), ratio)) {
            ImGui_ImplOpenGL3_DestroyFontsTexture();
            ImGui_ImplOpenGL3_CreateFontsTexture();
        }
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        application_.draw();
        ImGui::Render();
        const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(application_.look().theme.page);
        viewport_(0, 0, pixels_wide, pixels_high);
        clear_color_(ground.x, ground.y, ground.z, 1);
        clear_(color_buffer_bit);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window_);
        if (const std::string title = application_.title(); title != title_) {
            title_ = title;
            glfwSetWindowTitle(window_, title.c_str());
        }
    }

    GLFWwindow* window_;
    Application& application_;
    ClearColor clear_color_;
    Clear clear_;
    Viewport viewport_;
    std::string title_;
    int awake_ = 3;
};

void take_dropped(GLFWwindow* window, int count, const char** paths) {
    if (count > 0) static_cast<Application*>(glfwGetWindowUserPointer(window))->open(paths[0]);
}

} // namespace

void run_window(const Options& options) {
    const Library library;
    GLFWwindow* window = make_window(options);
    const Context context;
    const Backends backends(window);
    Application application(options);
    glfwSetWindowUserPointer(window, &application);
    glfwSetDropCallback(window, take_dropped);
    application.desk().waker->set([] { glfwPostEmptyEvent(); });
    Loop(window, application).run();
}

} // namespace assent::viewer
