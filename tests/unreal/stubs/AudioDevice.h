#pragma once

#include "AudioThread.h"
#include "ISubmixBufferListener.h"
#include "Sound/SoundSubmix.h"

class FAudioDevice {
 public:
  float GetSampleRate() const { return SampleRate; }
#if UE_VERSION_OLDER_THAN(5, 4, 0)
  void RegisterSubmixBufferListener(ISubmixBufferListener* listener, USoundSubmix* = nullptr) { Listener = listener; }
  void UnregisterSubmixBufferListener(ISubmixBufferListener*, USoundSubmix* = nullptr) {
    Stub::AudioCommands().Add([this] { Listener = nullptr; });
  }
  ISubmixBufferListener* Listener = nullptr;
#else
  USoundSubmix& GetMainSubmixObject() const { return *Main; }
  void RegisterSubmixBufferListener(TSharedRef<ISubmixBufferListener, ESPMode::ThreadSafe> listener, USoundSubmix&) { Listener = listener; }
  void UnregisterSubmixBufferListener(TSharedRef<ISubmixBufferListener, ESPMode::ThreadSafe>, USoundSubmix&) { Listener.Reset(); }
  TSharedPtr<ISubmixBufferListener> Listener;
#endif
  float SampleRate = 48000;
  USoundSubmix* Main = NewObject<USoundSubmix>();
};
class FAudioDeviceHandle {
 public:
  FAudioDeviceHandle() = default;
  explicit FAudioDeviceHandle(FAudioDevice* device) : device_(device) {}
  bool IsValid() const { return device_ != nullptr; }
  const FAudioDevice* operator->() const { return device_; }
  FAudioDevice* operator->() { return device_; }

 private:
  FAudioDevice* device_ = nullptr;
};
