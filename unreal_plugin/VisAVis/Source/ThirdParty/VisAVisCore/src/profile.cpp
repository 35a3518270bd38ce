#include "profile.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "json.h"
#include "presets.h"

namespace visavis {
namespace {

constexpr size_t kMaxEntries = 4096;

bool Fault(std::string* error, const std::string& what) {
  *error = what;
  return false;
}

// A member that must be a finite number within bounds; absent leaves `out` as it is.
bool ReadNumber(const Json& json, const char* name, double low, double high, double* out, std::string* error) {
  const Json* value = json.Find(name);
  if (value == nullptr) return true;
  if (!value->Is(Json::kNumber) || value->number < low || value->number > high) {
    return Fault(error, std::string(name) + ": a number from " + std::to_string(low) + " to " + std::to_string(high) +
                            " is expected");
  }
  *out = value->number;
  return true;
}

bool ReadString(const Json& json, const char* name, bool required, std::string* out, std::string* error) {
  const Json* value = json.Find(name);
  if (value == nullptr || value->Is(Json::kNull)) {
    return !required || Fault(error, std::string(name) + ": is missing");
  }
  if (!value->Is(Json::kString) || (required && value->string.empty())) {
    return Fault(error, std::string(name) + ": a text is expected");
  }
  *out = value->string;
  return true;
}

bool ReadStrings(const Json& json, const char* name, std::vector<std::string>* out, std::string* error) {
  const Json* value = json.Find(name);
  if (value == nullptr) return true;
  if (!value->Is(Json::kArray) || value->array.size() > kMaxEntries) {
    return Fault(error, std::string(name) + ": a list of texts is expected");
  }
  for (const Json& item : value->array) {
    if (!item.Is(Json::kString) || item.string.empty()) {
      return Fault(error, std::string(name) + ": a list of texts is expected");
    }
    out->push_back(item.string);
  }
  return true;
}

bool ReadPair(const Json& json, double* a, double* b) {
  if (!json.Is(Json::kArray) || json.array.size() != 2) return false;
  if (!json.array[0].Is(Json::kNumber) || !json.array[1].Is(Json::kNumber)) return false;
  *a = json.array[0].number;
  *b = json.array[1].number;
  return true;
}

bool ReadChannel(const Json& json, ProfileChannel* out, std::string* error) {
  std::string channel;
  if (!ReadString(json, "channel", true, &channel, error)) return false;
  out->channel = FindArkit(channel.data(), channel.size());
  if (out->channel < 0) return Fault(error, "channel: '" + channel + "' is no ARKit name");
  if (json.Find("targets") == nullptr) return Fault(error, "targets: is missing");
  if (!ReadStrings(json, "targets", &out->targets, error)) return false;
  if (!ReadNumber(json, "gain", -1000, 1000, &out->gain, error)) return false;
  if (!ReadNumber(json, "offset", -1000, 1000, &out->offset, error)) return false;
  if (const Json* curve = json.Find("curve"); curve != nullptr && !curve->Is(Json::kNull)) {
    if (!curve->Is(Json::kArray) || curve->array.size() > kMaxEntries) return Fault(error, "curve: a list of points is expected");
    for (const Json& item : curve->array) {
      std::pair<double, double> point;
      if (!ReadPair(item, &point.first, &point.second)) return Fault(error, "curve: points of two numbers are expected");
      out->curve.push_back(point);
    }
    std::sort(out->curve.begin(), out->curve.end());
  }
  if (const Json* limits = json.Find("clamp"); limits != nullptr && !limits->Is(Json::kNull)) {
    if (!ReadPair(*limits, &out->clamp_low, &out->clamp_high) || out->clamp_low > out->clamp_high) {
      return Fault(error, "clamp: two rising numbers are expected");
    }
  }
  return true;
}

bool ReadBasis(const Json& json, ProfileBasis* out, std::string* error) {
  if (!ReadStrings(json, "targets", &out->targets, error)) return false;
  const Json* weights = json.Find("weights");
  if (weights == nullptr || !weights->Is(Json::kObject)) return Fault(error, "weights: ARKit names and numbers are expected");
  for (const auto& [name, value] : weights->object) {
    const int index = FindArkit(name.data(), name.size());
    if (index < 0) return Fault(error, "weights: '" + name + "' is no ARKit name");
    if (!value.Is(Json::kNumber) || std::abs(value.number) > 1000) return Fault(error, "weights: numbers are expected");
    out->weights.emplace_back(index, value.number);
  }
  return true;
}

double Curve(const std::vector<std::pair<double, double>>& points, double x) {
  if (points.empty()) return x;
  if (x <= points.front().first) return points.front().second;
  for (size_t i = 1; i < points.size(); ++i) {
    const auto& a = points[i - 1];
    const auto& b = points[i];
    if (x > b.first) continue;
    if (b.first <= a.first) return b.second;
    return a.second + (b.second - a.second) * (x - a.first) / (b.first - a.first);
  }
  return points.back().second;
}

std::string_view AfterDot(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

// Lower case, without '_', '-' and spaces; of a mesh's name the part after the last dot.
std::string Plain(std::string_view name, bool of_mesh) {
  std::string plain;
  for (const char c : of_mesh ? AfterDot(name) : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return plain;
}

// The presets' names in the order in which they are tried: index.json beside them.
std::vector<std::string> PresetOrder() {
  std::vector<std::string> order;
  Json json;
  std::string error;
  for (int i = 0; i < kPresetCount; ++i) {
    if (std::string_view(kPresets[i].name) != "index" || !ParseJson(kPresets[i].json, &json, &error)) continue;
    for (const Json& item : json.array) order.push_back(item.string);
  }
  return order;
}

std::vector<Profile> ReadPresets() {
  std::vector<Profile> presets;
  for (const std::string& name : PresetOrder()) {
    for (int i = 0; i < kPresetCount; ++i) {
      Profile profile;
      std::string error;
      if (name == kPresets[i].name && ParseProfile(kPresets[i].json, &profile, &error)) presets.push_back(std::move(profile));
    }
  }
  return presets;
}

}  // namespace

bool ParseProfile(std::string_view text, Profile* out, std::string* error) {
  *out = Profile{};
  if (text.size() > 1 << 20) return Fault(error, "the profile is larger than 1 MiB");
  Json json;
  if (!ParseJson(text, &json, error)) return false;
  if (!json.Is(Json::kObject)) return Fault(error, "an object is expected");
  std::string format;
  std::string kind = "channels";
  if (!ReadString(json, "format", true, &format, error)) return false;
  if (format != "visavis-profile-1") return Fault(error, "format: 'visavis-profile-1' is expected");
  if (!ReadString(json, "name", true, &out->name, error)) return false;
  out->title = out->name;
  if (!ReadString(json, "title", false, &out->title, error)) return false;
  if (!ReadString(json, "kind", false, &kind, error)) return false;
  if (kind != "channels" && kind != "basis") return Fault(error, "kind: 'channels' or 'basis' is expected");
  if (!ReadStrings(json, "markers", &out->markers, error)) return false;
  if (!ReadStrings(json, "detect", &out->detect, error)) return false;
  if (const Json* channels = json.Find("channels")) {
    if (!channels->Is(Json::kArray) || channels->array.size() > kMaxEntries) return Fault(error, "channels: a list is expected");
    for (const Json& item : channels->array) {
      out->channels.emplace_back();
      if (!ReadChannel(item, &out->channels.back(), error)) return false;
    }
  }
  if (kind == "channels") return !out->channels.empty() || Fault(error, "channels: at least one is expected");

  out->is_basis = true;
  double sweeps = 1;
  if (!ReadNumber(json, "ridge", 0, 1000, &out->ridge, error)) return false;
  if (!ReadNumber(json, "sweeps", 1, 1000, &sweeps, error)) return false;
  out->sweeps = static_cast<int>(sweeps);
  if (!ReadStrings(json, "rest", &out->rest, error)) return false;
  const Json* basis = json.Find("basis");
  if (basis == nullptr || !basis->Is(Json::kArray) || basis->array.empty() || basis->array.size() > 256) {
    return Fault(error, "basis: a list of 1 to 256 faces is expected");
  }
  for (const Json& item : basis->array) {
    out->basis.emplace_back();
    if (!ReadBasis(item, &out->basis.back(), error)) return false;
  }
  return true;
}

const std::vector<Profile>& ProfilePresets() {
  static const std::vector<Profile> presets = ReadPresets();
  return presets;
}

int FindMeshName(const std::string& target, const std::vector<std::string>& mesh_names) {
  const auto find = [&mesh_names](const auto& matches) {
    const auto found = std::find_if(mesh_names.begin(), mesh_names.end(), matches);
    return found == mesh_names.end() ? -1 : static_cast<int>(found - mesh_names.begin());
  };
  const std::string plain = Plain(target, false);
  int index = find([&](const std::string& name) { return name == target; });
  if (index < 0) index = find([&](const std::string& name) { return AfterDot(name) == target; });
  if (index < 0) index = find([&](const std::string& name) { return Plain(name, true) == plain; });
  return index;
}

int ProfileDetector::Detect(const std::vector<std::string>& mesh_names, double* score) {
  constexpr double kEnough = 0.5;
  std::set<std::string, std::less<>> known;
  for (const std::string& name : mesh_names) {
    known.insert(name);
    known.emplace(AfterDot(name));
  }
  const auto has_one = [&known](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&known](const std::string& name) { return known.count(name) > 0; });
  };
  int best = -1;
  *score = 0;
  const std::vector<Profile>& presets = ProfilePresets();
  for (size_t p = 0; p < presets.size(); ++p) {
    const Profile& profile = presets[p];
    if (!profile.markers.empty() && !has_one(profile.markers)) continue;
    size_t entries = 0;
    size_t found = 0;
    const auto count = [&](const std::vector<std::string>& names) {
      ++entries;
      if (has_one(names)) ++found;
    };
    for (const std::string& name : profile.detect) count({name});
    if (profile.detect.empty()) {
      for (const ProfileBasis& face : profile.basis) count(face.targets);
      for (const ProfileChannel& channel : profile.channels) count(channel.targets);
    }
    const double share = entries == 0 ? 0 : static_cast<double>(found) / static_cast<double>(entries);
    if (share > *score) {
      *score = share;
      best = static_cast<int>(p);
    }
  }
  return *score < kEnough ? -1 : best;
}

ProfileMapper::ProfileMapper(const Profile& profile, const std::vector<std::string>& mesh_names) : profile_(profile) {
  for (const ProfileChannel& channel : profile_.channels) {
    channel_targets_.push_back(Find(channel.targets, mesh_names));
    for (const int index : channel_targets_.back()) {
      Target& target = targets_[static_cast<size_t>(index)];
      target.max = target.has_channel ? std::max(target.max, channel.clamp_high) : std::max(0.0, channel.clamp_high);
      target.has_channel = true;
    }
  }
  if (profile_.is_basis) {
    std::set<int> named;
    for (const ProfileBasis& face : profile_.basis) {
      for (const auto& weight : face.weights) named.insert(weight.first);
    }
    rows_.assign(named.begin(), named.end());
    const size_t columns = profile_.basis.size();
    std::vector<double> matrix(rows_.size() * columns);
    for (size_t c = 0; c < columns; ++c) {
      for (const auto& [index, weight] : profile_.basis[c].weights) {
        const auto row = static_cast<size_t>(std::lower_bound(rows_.begin(), rows_.end(), index) - rows_.begin());
        matrix[row * columns + c] = weight;
      }
      basis_targets_.push_back(Find(profile_.basis[c].targets, mesh_names));
    }
    solver_ = std::make_unique<RetargetSolver>(matrix, static_cast<int>(rows_.size()), static_cast<int>(columns),
                                               profile_.ridge, profile_.sweeps);
    row_values_.resize(rows_.size());
    basis_weights_.resize(columns);
    rest_targets_ = Find(profile_.rest, mesh_names);
  }
  sums_.resize(targets_.size());
}

std::vector<int> ProfileMapper::Find(const std::vector<std::string>& names, const std::vector<std::string>& mesh_names) {
  std::vector<int> found;
  for (const std::string& name : names) {
    const int mesh_index = FindMeshName(name, mesh_names);
    if (mesh_index < 0) continue;
    size_t at = 0;
    while (at < targets_.size() && targets_[at].mesh_index != mesh_index) ++at;
    if (at == targets_.size()) {
      Target target;
      target.mesh_name = mesh_names[static_cast<size_t>(mesh_index)];
      target.mesh_index = mesh_index;
      targets_.push_back(std::move(target));
    }
    if (std::find(found.begin(), found.end(), static_cast<int>(at)) == found.end()) found.push_back(static_cast<int>(at));
  }
  return found;
}

void ProfileMapper::Reset() { std::fill(basis_weights_.begin(), basis_weights_.end(), 0.0); }

void ProfileMapper::Map(const float weights[kArkitCount], float* out) {
  std::fill(sums_.begin(), sums_.end(), 0.0);
  for (size_t c = 0; c < profile_.channels.size(); ++c) {
    const ProfileChannel& channel = profile_.channels[c];
    const double x = Curve(channel.curve, weights[channel.channel]);
    const double y = std::clamp(channel.gain * x + channel.offset, channel.clamp_low, channel.clamp_high);
    for (const int target : channel_targets_[c]) sums_[target] += y;
  }
  if (solver_) {
    for (size_t r = 0; r < rows_.size(); ++r) row_values_[r] = weights[rows_[r]];
    solver_->Solve(row_values_.data(), basis_weights_.data());
    double used = 0;
    for (size_t c = 0; c < basis_weights_.size(); ++c) {
      used += basis_weights_[c];
      for (const int target : basis_targets_[c]) sums_[target] += basis_weights_[c];
    }
    for (const int target : rest_targets_) sums_[target] += std::clamp(1 - used, 0.0, 1.0);
  }
  for (size_t i = 0; i < targets_.size(); ++i) {
    out[i] = static_cast<float>(std::clamp(sums_[i], 0.0, targets_[i].max));
  }
}

}  // namespace visavis
