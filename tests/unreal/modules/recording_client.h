// A Live Link client that writes down what it is given.
#pragma once

#include "ILiveLinkClient.h"
#include "Roles/LiveLinkBasicRole.h"
#include "Roles/LiveLinkTransformRole.h"
#include "Roles/LiveLinkTransformTypes.h"

class FRecordingClient final : public ILiveLinkClient {
 public:
  struct Static {
    FName subject;
    UClass* role;
    std::shared_ptr<FLiveLinkBaseStaticData> data;
  };
  struct Frame {
    FName subject;
    std::shared_ptr<FLiveLinkBaseFrameData> data;
  };

  FGuid AddSource(TSharedPtr<ILiveLinkSource> source) override {
    sources.Add(source);
    source->ReceiveClient(this, FGuid(1, 2, 3, 4));
    return FGuid(1, 2, 3, 4);
  }
  void RemoveSource(TSharedPtr<ILiveLinkSource> source) override {
    TArray<TSharedPtr<ILiveLinkSource>> left;
    for (const auto& one : sources) {
      if (!(one == source)) left.Add(one);
    }
    sources = left;
    source->RequestSourceShutdown();
  }
  void PushSubjectStaticData_AnyThread(const FLiveLinkSubjectKey& key, TSubclassOf<ULiveLinkRole> role,
                                       FLiveLinkStaticDataStruct&& data) override {
    statics.push_back({key.SubjectName, role, data.Stub_Share()});
  }
  void PushSubjectFrameData_AnyThread(const FLiveLinkSubjectKey& key, FLiveLinkFrameDataStruct&& data) override {
    frames.push_back({key.SubjectName, data.Stub_Share()});
  }

  void Update() {
    for (const auto& source : sources) source->Update();
  }
  std::vector<Frame> FramesOf(const FName& subject) const {
    std::vector<Frame> out;
    for (const Frame& frame : frames) {
      if (frame.subject == subject) out.push_back(frame);
    }
    return out;
  }

  TArray<TSharedPtr<ILiveLinkSource>> sources;
  std::vector<Static> statics;
  std::vector<Frame> frames;
};
