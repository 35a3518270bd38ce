// What an avatar calls its blendshapes: profiles, how one is recognised, how weights pass through it. docs/retargeting.md, step 2.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arkit.h"
#include "retargeter.h"

namespace visavis {

struct ProfileChannel {
  int channel = 0;  // index of the ARKit weight
  std::vector<std::string> targets;
  double gain = 1;
  double offset = 0;
  std::vector<std::pair<double, double>> curve;  // sorted by x; none: y = x
  double clamp_low = 0;
  double clamp_high = 1;
};

struct ProfileBasis {
  std::vector<std::string> targets;             // other names of the same shape
  std::vector<std::pair<int, double>> weights;  // ARKit index, weight
};

struct Profile {
  std::string name;
  std::string title;
  std::vector<std::string> markers;  // of which a mesh must have one; none: no such condition
  std::vector<std::string> detect;   // names that tell this kind of avatar when its targets do not
  std::vector<ProfileChannel> channels;
  // Of kind "basis": faces in ARKit weights that the avatar has instead of ARKit shapes.
  bool is_basis = false;
  double ridge = 0;
  int sweeps = 0;
  std::vector<std::string> rest;
  std::vector<ProfileBasis> basis;
};

// Reads a profile; on a fault returns false and says what is wrong in `error`.
bool ParseProfile(std::string_view json, Profile* out, std::string* error);

// The presets, in the order in which they are tried.
const std::vector<Profile>& ProfilePresets();

// Which of `mesh_names` a target means: index, or -1.
int FindMeshName(const std::string& target, const std::vector<std::string>& mesh_names);

class ProfileDetector {
 public:
  // Index among the presets, -1 when none covers half of its entries; `score` is the share that the best covers.
  static int Detect(const std::vector<std::string>& mesh_names, double* score);
};

// A profile bound to one mesh.
class ProfileMapper {
 public:
  ProfileMapper(const Profile& profile, const std::vector<std::string>& mesh_names);

  int target_count() const { return static_cast<int>(targets_.size()); }
  const std::string& mesh_name(int i) const { return targets_[static_cast<size_t>(i)].mesh_name; }
  int mesh_index(int i) const { return targets_[static_cast<size_t>(i)].mesh_index; }

  // 52 weights in, one per target out. Allocates nothing.
  void Map(const float weights[kArkitCount], float* out);
  void Reset();

 private:
  struct Target {
    std::string mesh_name;
    int mesh_index;
    double max = 1;
    bool has_channel = false;
  };

  // The targets that the mesh has, each once; those that are new are added to `targets_`.
  std::vector<int> Find(const std::vector<std::string>& names, const std::vector<std::string>& mesh_names);

  Profile profile_;
  std::vector<Target> targets_;
  std::vector<std::vector<int>> channel_targets_;  // per channel entry: indices of targets_
  std::vector<double> sums_;
  // Of a basis profile.
  std::vector<int> rows_;  // ARKit indices
  std::unique_ptr<RetargetSolver> solver_;
  std::vector<double> row_values_;
  std::vector<double> basis_weights_;
  std::vector<std::vector<int>> basis_targets_;  // per viseme: indices of targets_
  std::vector<int> rest_targets_;
};

}  // namespace visavis
