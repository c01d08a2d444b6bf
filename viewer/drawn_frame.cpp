#include "viewer/drawn_frame.hpp"

#include <utility>

namespace assent::viewer {
namespace {

template <class Item> void append(std::string& bytes, const Item& item) {
    bytes.append(reinterpret_cast<const char*>(&item), sizeof(item));
}

template <class Item> void append(std::string& bytes, const ImVector<Item>& items) {
    append(bytes, items.Size);
    bytes.append(reinterpret_cast<const char*>(items.Data), static_cast<std::size_t>(items.size_in_bytes()));
}

} // namespace

bool DrawnFrame::repeats(const ImDrawData& data) {
    fresh_.clear();
    append(fresh_, data.DisplaySize);
    append(fresh_, data.FramebufferScale);
    for (int list = 0; list < data.CmdListsCount; ++list) {
        const ImDrawList& drawn = *data.CmdLists[list];
        append(fresh_, drawn.VtxBuffer);
        append(fresh_, drawn.IdxBuffer);
        for (const ImDrawCmd& command : drawn.CmdBuffer) { // member by member: between them are gaps
            append(fresh_, command.ClipRect);
            append(fresh_, command.TextureId);
            append(fresh_, command.VtxOffset);
            append(fresh_, command.ElemCount);
        }
    }
    if (fresh_ == content_) return true;
    std::swap(fresh_, content_);
    return false;
}

} // namespace assent::viewer
