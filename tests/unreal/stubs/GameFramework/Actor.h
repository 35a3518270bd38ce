#pragma once

#include "Components/ActorComponent.h"
#include "Components/SceneComponent.h"
#include "Engine/EngineTypes.h"

class AActor : public UObject {
 public:
  static UClass* StaticClass() { static UClass it("Actor", UObject::StaticClass(), nullptr); return &it; }
  UClass* GetClass() const override { return StaticClass(); }
  UWorld* GetWorld() const override { return World; }
  FVector GetActorLocation() const { return Transform.GetLocation(); }
  FTransform GetActorTransform() const { return Transform; }
  USceneComponent* GetRootComponent() const { return Root; }
  template <typename T> T* FindComponentByClass() const {
    for (UActorComponent* c : Components) if (T* found = Cast<T>(c)) return found;
    return nullptr;
  }
  template <typename T> void GetComponents(TArray<T*>& out) const {
    out.Reset();
    for (UActorComponent* c : Components) if (T* found = Cast<T>(c)) out.Add(found);
  }
  // For tests.
  template <typename T> T* Stub_AddComponent(const TCHAR* name) {
    T* made = NewObject<T>(this, name);
    made->OwnerPrivate = this;
    Components.Add(made);
    return made;
  }
  TArray<UActorComponent*> Components;
  FTransform Transform;
  USceneComponent* Root = nullptr;
  UWorld* World = nullptr;
};
