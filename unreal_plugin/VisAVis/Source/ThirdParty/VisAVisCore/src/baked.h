// One person's recording from a CSV file: `arkit-csv` as `visavis bake` writes it, or a Live Link Face capture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pose.h"

namespace visavis {

class Baked {
 public:
  // Columns are matched by name, in any order and case. On a fault returns false and says where in `error`.
  bool Parse(std::string_view text, std::string* error);

  int frame_count() const { return static_cast<int>(frames_.size()); }
  const FacePose& frame(int i) const { return frames_[static_cast<size_t>(i)]; }
  double duration_s() const { return frames_.empty() ? 0 : frames_.back().time_s; }
  void Sample(double time_s, FacePose* out) const;

 private:
  std::vector<FacePose> frames_;
};

}  // namespace visavis
