// The profile presets, built in from the Python package's own files.
#pragma once

namespace visavis {

struct Preset {
  const char* name;
  const char* json;
};

extern const Preset kPresets[];
extern const int kPresetCount;

}  // namespace visavis
