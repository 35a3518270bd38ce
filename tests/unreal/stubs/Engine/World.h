#pragma once

#include "AudioDevice.h"

class UWorld : public UObject {
  STUB_CLASS_BODY(UWorld, UObject)

 public:
  FAudioDeviceHandle GetAudioDevice() const { return FAudioDeviceHandle(Device); }
  FAudioDevice* Device = nullptr;
};
