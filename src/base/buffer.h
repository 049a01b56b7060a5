// Bytes in a row that are appended, looked at and forgotten, in memory that is kept.
//   Buffer line;  line.add(subject, " ", predicate, " .\n");  file.write(line.view());
//   line.clear();
// Several strings are appended at once, with one look at the room that is left and without a call
// for those whose size the compiler knows: for the innermost loops of what we write.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace testudo {

class Buffer {
 public:
  std::size_t size() const { return size_; }
  // Valid until the next add().
  std::string_view view() const { return {bytes_.get(), size_}; }
  void clear() { size_ = 0; }

  // Appends strings, one behind the other; none may be of this buffer. O(their sizes) in the mean.
  template <class... Strings>
  void add(const Strings&... strings) {
    const std::size_t more = (std::string_view(strings).size() + ...);
    if (capacity_ - size_ < more) grow(more);
    char* end = bytes_.get() + size_;
    ((end = copy(strings, end)), ...);
    size_ += more;
  }

 private:
  static char* copy(std::string_view from, char* to) {
    return std::copy_n(from.data(), from.size(), to);
  }
  void grow(std::size_t more) {
    capacity_ = std::max(2 * capacity_, size_ + more);
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity_);
    std::copy_n(bytes_.get(), size_, bytes.get());
    bytes_ = std::move(bytes);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace testudo
