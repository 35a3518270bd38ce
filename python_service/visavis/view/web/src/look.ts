// Light and surfaces, from the same figures as the renderer without a screen (shade.py).

import {
  BackSide, DoubleSide, FrontSide, Matrix4, ShaderMaterial, SRGBColorSpace, UniformsLib, UniformsUtils, Vector2, Vector3,
  type Color, type Texture,
} from 'three'

interface Lamp { position: number[]; colour: number[] }
interface Surface { wrap: number[]; gloss: number; sharp: number; soft: number; rim: number; outline: number }
export interface Look {
  key: Lamp; fill: Lamp; rims: Lamp[]; sky: number[]; ground: number[]; exposure: number
  mouth_openers: Record<string, number>; rim_edge: number[]; inside_tint: number[]; lid_shade: number[]
  wall: [number[], number[], number]; floor: [number[], number[], number]
  surfaces: Record<string, Surface>
}

const vec = (v: number[]): string => `vec3(${v.map((x) => x.toFixed(5)).join(', ')})`

const VERTEX = /* glsl */ `
#include <common>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#ifdef HAS_SHADE
attribute float _shade;
#endif
#ifdef HAS_LIDS
attribute vec2 _lid;
uniform vec3 eyeLeft;
uniform vec3 eyeRight;
#endif
varying vec3 vNormalWorld;
varying vec3 vPoint;
varying vec2 vMap;
varying float vOpen;
void main() {
  #include <beginnormal_vertex>
  #include <morphinstance_vertex>
  #include <morphnormal_vertex>
  #include <skinbase_vertex>
  #include <skinnormal_vertex>
  #include <defaultnormal_vertex>
  #include <begin_vertex>
  #include <morphtarget_vertex>
  #ifdef HAS_LIDS
  if (_lid.x > 0.5) {
    vec3 centre = _lid.x < 1.5 ? eyeLeft : eyeRight;
    vec3 away = transformed - centre;
    transformed = centre + away * max(1.0, _lid.y / max(length(away), 1e-6));
  }
  #endif
  #include <skinning_vertex>
  #include <project_vertex>
  #include <worldpos_vertex>
  #include <shadowmap_vertex>
  vNormalWorld = inverseTransformDirection(transformedNormal, viewMatrix);
  vPoint = (modelMatrix * vec4(transformed, 1.0)).xyz;
  vMap = uv;
  #ifdef HAS_SHADE
  vOpen = _shade;
  #else
  vOpen = 0.85;
  #endif
}
`

function fragment(look: Look, surface: Surface): string {
  const lamps = [
    { lamp: look.key, shadow: 'key' },
    { lamp: look.fill, shadow: 'block' },
    ...look.rims.map((lamp) => ({ lamp, shadow: surface.outline ? 'block * outline' : 'block' })),
  ]
  const soft = surface.wrap[0] > 0.3 ? 'fall = fall * fall * (1.5 - 0.5 * fall);' : ''
  const lit = lamps
    .map(
      ({ lamp, shadow }) => `
  {
    vec3 to = normalize(${vec(lamp.position)} - vPoint);
    float cosine = dot(n, to);
    vec3 fall = clamp((vec3(cosine) + wrap) / (1.0 + wrap), 0.0, 1.0);
    ${soft}
    diffuse += ${vec(lamp.colour)} * fall * ${shadow};
    vec3 h = normalize(to + v);
    float facing = clamp(dot(n, h), 0.0, 1.0);
    float strength = ${surface.gloss.toFixed(4)} * pow(facing, ${surface.sharp.toFixed(1)})
      + ${surface.soft.toFixed(4)} * pow(facing, 8.0);
    strength *= (0.6 + 3.0 * pow(clamp(1.0 - dot(h, v), 0.0, 1.0), 4.0)) * sheen * 2.0 * step(0.0, cosine) * ${shadow};
    shine += ${vec(lamp.colour)} * strength;
  }`,
    )
    .join('')
  return /* glsl */ `
#include <common>
#include <packing>
#include <bsdfs>
#include <lights_pars_begin>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
uniform vec3 flatColour;
uniform float mouthLight;
uniform mat4 headInverse;
uniform float eyeHeight;
uniform float eyeRadius;
#ifdef HAS_MAP
uniform sampler2D colourMap;
#endif
varying vec3 vNormalWorld;
varying vec3 vPoint;
varying vec2 vMap;
varying float vOpen;
void main() {
  vec3 albedo = flatColour;
  float sheen = 0.5;
  float alpha = 1.0;
  #ifdef HAS_MAP
  vec4 texel = texture2D(colourMap, vMap);
  albedo = texel.rgb;
  #ifdef HAS_SHEEN
  sheen = texel.a;
  #endif
  #ifdef HAS_HOLES
  float width = max(fwidth(texel.a), 1e-3);
  alpha = clamp((texel.a - 0.42) / width + 0.5, 0.0, 1.0);
  if (alpha < 0.05) discard;
  #endif
  #endif
  vec3 n = normalize(vNormalWorld);
  vec3 v = normalize(cameraPosition - vPoint);
  #ifdef TWO_SIDED
  if (dot(n, v) < 0.0) n = -n;
  #endif
  float open = vOpen;
  float key = getShadowMask();
  #ifdef INSIDE
  open *= mouthLight;
  key *= open;
  albedo *= mix(${vec(look.inside_tint)}, vec3(1.0), clamp(open * 1.6, 0.0, 1.0));
  #endif
  #ifdef EYEBALL
  float up = ((headInverse * vec4(vPoint, 1.0)).y - eyeHeight) / eyeRadius;
  float lid = 1.0 - ${look.lid_shade[0].toFixed(3)} * smoothstep(${look.lid_shade[1].toFixed(3)}, ${look.lid_shade[2].toFixed(3)}, up);
  open *= lid;
  key *= lid;
  #endif
  float block = sqrt(open);
  float facingEye = clamp(dot(n, v), 0.0, 1.0);
  float outline = ${surface.outline.toFixed(3)} * clamp(${look.rim_edge[0].toFixed(3)} * (1.0 - facingEye) - ${look.rim_edge[1].toFixed(3)}, 0.0, 1.0);
  vec3 wrap = ${vec(surface.wrap)};
  vec3 diffuse = vec3(0.0);
  vec3 shine = vec3(0.0);
  ${lit}
  vec3 ambient = mix(${vec(look.ground)}, ${vec(look.sky)}, 0.5 + 0.5 * n.y) * open;
  float edge = pow(1.0 - facingEye, 3.0);
  vec3 fuzz = ${surface.rim.toFixed(4)} * edge * (ambient + 0.35 * diffuse);
  vec3 x = (albedo * (diffuse + ambient) + shine + fuzz * (0.4 + albedo)) * ${look.exposure.toFixed(4)};
  x = clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
  gl_FragColor = vec4(mix(pow(x, vec3(0.41666)) * 1.055 - 0.055, x * 12.92, vec3(lessThanEqual(x, vec3(0.0031308)))), alpha);
}
`
}

const INSIDE = ['mouth', 'teeth', 'tongue']
const TWO_SIDED = ['hair', 'lash', 'cloth', 'mouth', 'teeth']

export interface Has { shade: boolean; lids: boolean; eyes?: [Vector3, Vector3] }

/** The material of one kind of surface, with a picture or one colour. */
export function material(look: Look, kind: string, map: Texture | null, colour: Color, has: Has): ShaderMaterial {
  const surface = look.surfaces[kind] ?? look.surfaces.cloth
  const defines: Record<string, string> = {}
  if (has.shade) defines.HAS_SHADE = ''
  if (has.lids) defines.HAS_LIDS = ''
  if (map) defines.HAS_MAP = ''
  if (map && kind === 'skin') defines.HAS_SHEEN = ''
  if (kind === 'hair' || kind === 'lash') defines.HAS_HOLES = ''
  if (INSIDE.includes(kind)) defines.INSIDE = ''
  if (TWO_SIDED.includes(kind)) defines.TWO_SIDED = ''
  if (kind === 'eye') defines.EYEBALL = ''
  if (map) {
    map.colorSpace = SRGBColorSpace
    map.anisotropy = 4
    map.needsUpdate = true
  }
  const made = new ShaderMaterial({
    name: kind,
    defines,
    uniforms: UniformsUtils.merge([
      UniformsLib.lights,
      { flatColour: { value: colour.clone() }, colourMap: { value: null } },
      { eyeLeft: { value: new Vector3() }, eyeRight: { value: new Vector3() } },
      { mouthLight: { value: 1 }, headInverse: { value: new Matrix4() }, eyeHeight: { value: 0 }, eyeRadius: { value: 0.0142 } },
    ]),
    vertexShader: VERTEX,
    fragmentShader: fragment(look, surface),
    lights: true,
    side: TWO_SIDED.includes(kind) ? DoubleSide : FrontSide,
    alphaToCoverage: kind === 'hair' || kind === 'lash',
  })
  made.uniforms.colourMap.value = map
  if (has.eyes) {
    made.uniforms.eyeLeft.value = has.eyes[0]
    made.uniforms.eyeRight.value = has.eyes[1]
  }
  return made
}

/** The empty room behind everything: a floor with a pool of light, a wall that glows softly. As picture.py draws it. */
export function room(look: Look): ShaderMaterial {
  return new ShaderMaterial({
    name: 'room',
    depthWrite: false,
    side: BackSide,
    uniforms: { centre: { value: new Vector3(0, 0, -1) }, pools: { value: [new Vector2(), new Vector2()] } },
    vertexShader: /* glsl */ `
varying vec3 vRay;
void main() {
  vRay = position;
  vec4 at = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.0);
  gl_Position = at.xyww;
}`,
    fragmentShader: /* glsl */ `
varying vec3 vRay;
uniform vec3 centre;
uniform vec2 pools[2];
void main() {
  vec3 ray = normalize(vRay);
  float reach = min(cameraPosition.y / max(-ray.y, 1e-4), 30.0);
  vec2 at = (cameraPosition + ray * reach).xz;
  float away = length(at);
  vec3 floorColour = ${vec(look.floor[0])} + exp(-pow(away / ${look.floor[2].toFixed(3)}, 2.0)) * ${vec(look.floor[1])};
  float off = acos(clamp(dot(ray, centre), -1.0, 1.0));
  vec3 wall = ${vec(look.wall[0])} + exp(-pow(off / ${look.wall[2].toFixed(3)}, 2.0)) * ${vec(look.wall[1])};
  for (int i = 0; i < 2; i++) floorColour *= 1.0 - 0.5 * exp(-pow(length(at - pools[i]) / 0.28, 2.0));
  float blend = ray.y >= 0.0 ? 1.0 : clamp((away - 3.0) / 2.5, 0.0, 1.0);
  vec3 x = mix(floorColour, wall, blend) * ${look.exposure.toFixed(4)};
  x = clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
  vec3 shown = mix(pow(x, vec3(0.41666)) * 1.055 - 0.055, x * 12.92, vec3(lessThanEqual(x, vec3(0.0031308))));
  gl_FragColor = vec4(shown + (fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5) / 255.0, 1.0);
}`,
  })
}
