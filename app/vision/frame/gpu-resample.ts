/**
 * The shader that does what `resample.ts` does, with the frame as `texture` (`texture_external` or `texture_2d<f32>`).
 * One invocation per crop pixel; the third dimension counts crops. See: [Note: One rule for sampling]
 */
export const resampleShader = (texture: string): string => /* wgsl */ `
struct Crop {
  ab_cd: vec4f,
  ef_samples: vec4f,
}
struct Params {
  crops: array<Crop, 2>,
  scale: vec4f,
  offset: vec4f,
  frame: vec4f,
  size: vec4u,
}
@group(0) @binding(0) var picture: ${texture};
@group(0) @binding(1) var<uniform> params: Params;
@group(0) @binding(2) var<storage, read_write> values: array<f32>;

fn pixel(at: vec2i) -> vec3f {
  return textureLoad(picture, at${texture === 'texture_external' ? '' : ', 0'}).rgb * 255.0;
}

fn bilinear(position: vec2f) -> vec3f {
  let frame = params.frame.xy;
  if (params.size.w == 1u && (any(position < vec2f(0.0)) || any(position > frame))) {
    return vec3f(0.0);
  }
  let centre = clamp(position - 0.5, vec2f(0.0), frame - 1.0);
  let corner = floor(centre);
  let share = centre - corner;
  let near = vec2i(corner);
  let far = min(near + 1, vec2i(frame) - 1);
  let above = mix(pixel(near), pixel(vec2i(far.x, near.y)), share.x);
  let below = mix(pixel(vec2i(near.x, far.y)), pixel(far), share.x);
  return mix(above, below, share.y);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = params.size.xy;
  if (id.x >= size.x || id.y >= size.y) {
    return;
  }
  let crop = params.crops[id.z];
  let samples = u32(crop.ef_samples.z);
  var sum = vec3f(0.0);
  for (var k = 0u; k < samples * samples; k++) {
    let step = (vec2f(f32(k % samples), f32(k / samples)) + 0.5) / f32(samples);
    let at = vec2f(id.xy) + step;
    sum += bilinear(crop.ab_cd.xy * at.x + crop.ab_cd.zw * at.y + crop.ef_samples.xy);
  }
  let value = sum / f32(samples * samples) * params.scale.xyz + params.offset.xyz;
  let area = size.x * size.y;
  let channels = params.size.z;
  let first = id.z * channels * area + id.y * size.x + id.x;
  if (channels == 1u) {
    values[first] = value.x + value.y + value.z;
    return;
  }
  values[first] = value.x;
  values[first + area] = value.y;
  values[first + 2u * area] = value.z;
}
`;
