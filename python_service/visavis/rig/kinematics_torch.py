"""FLAME's forward kinematics in torch: differentiable, on any device, equal to `kinematics` to 1e-5 m."""

import torch
from torch import Tensor, nn

from visavis.rig.head_model import JOINT_PARENTS, NECK_JOINT, HeadModel


def matrix_from_axis_angle(vector: Tensor) -> Tensor:
    """Rotation matrices (..., 3, 3) of axis-angle vectors (..., 3); its gradient is finite at 0 too."""
    squared = (vector * vector).sum(dim=-1)
    small = squared < 1e-8
    angle = torch.where(small, torch.ones_like(squared), squared).sqrt()
    a = torch.where(small, 1.0 - squared / 6.0, angle.sin() / angle)
    b = torch.where(small, 0.5 - squared / 24.0, 2.0 * ((angle / 2.0).sin() / angle) ** 2)
    x, y, z = vector.unbind(dim=-1)
    rows = (
        (1.0 - b * (y * y + z * z), b * x * y - a * z, b * x * z + a * y),
        (b * x * y + a * z, 1.0 - b * (x * x + z * z), b * y * z - a * x),
        (b * x * z - a * y, b * y * z + a * x, 1.0 - b * (x * x + y * y)),
    )
    return torch.stack([torch.stack(row, dim=-1) for row in rows], dim=-2)


class TorchHead(nn.Module):
    """A head model's arrays as buffers; `forward` is `kinematics.pose_vertices`."""

    template: Tensor
    shape_directions: Tensor
    expression_directions: Tensor
    pose_directions: Tensor
    eyelid_directions: Tensor
    joint_regressor: Tensor
    skinning: Tensor

    def __init__(self, model: HeadModel) -> None:
        """Copies what posing needs of `model`."""
        super().__init__()
        size = model.vertex_count * 3
        for name, array in (
            ("template", model.template),
            ("shape_directions", model.shape_directions.reshape(size, -1)),
            ("expression_directions", model.expression_directions.reshape(size, -1)),
            ("pose_directions", model.pose_directions.reshape(size, 36)),
            ("eyelid_directions", model.eyelid_directions.reshape(size, 2)),
            ("joint_regressor", model.joint_regressor),
            ("skinning", model.skinning),
        ):
            self.register_buffer(name, torch.tensor(array, dtype=torch.float32), persistent=False)

    def forward(
        self,
        expression: Tensor,
        rotations: Tensor,
        eyelids: Tensor | None = None,
        translation: Tensor | None = None,
        shape: Tensor | None = None,
    ) -> Tensor:
        """Vertices (T, V, 3), metres. Arguments as for `kinematics.pose_vertices`."""
        frames = len(expression)
        neutral = self.template
        if shape is not None:
            neutral = neutral + (self.shape_directions[:, : len(shape)] @ shape).view(-1, 3)
        joints = self.joint_regressor @ neutral
        matrices = matrix_from_axis_angle(rotations.view(frames, 5, 3))
        eye = torch.eye(3, dtype=matrices.dtype, device=matrices.device)
        rest = neutral.reshape(1, -1) + expression @ self.expression_directions.T
        rest = rest + (matrices[:, 1:] - eye).reshape(frames, 36) @ self.pose_directions.T
        if eyelids is not None:
            rest = rest + eyelids @ self.eyelid_directions.T
        rotation: list[Tensor] = []
        position: list[Tensor] = []
        for joint, parent in enumerate(JOINT_PARENTS):
            if parent < 0:
                rotation.append(matrices[:, joint])
                position.append(joints[joint].expand(frames, 3))
            else:
                rotation.append(rotation[parent] @ matrices[:, joint])
                position.append(position[parent] + rotation[parent] @ (joints[joint] - joints[parent]))
        turns, places = torch.stack(rotation, dim=1), torch.stack(position, dim=1)
        offsets = places - torch.einsum("tjab,jb->tja", turns, joints)
        if translation is not None:
            offsets = offsets + (translation - places[:, NECK_JOINT])[:, None]
        transforms = torch.cat([turns, offsets[..., None]], dim=-1).view(frames, 5, 12)
        blended = torch.einsum("vj,tjx->tvx", self.skinning, transforms).view(frames, -1, 3, 4)
        posed: Tensor = torch.einsum("tvab,tvb->tva", blended[..., :3], rest.view(frames, -1, 3)) + blended[..., 3]
        return posed
