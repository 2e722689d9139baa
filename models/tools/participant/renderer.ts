import { VERTICAL_FOV } from '../../../app/vision/geometry/head-fit';
import { normalsOf, type Solid } from './solids';

/** What lights a scene. */
export interface Lamp {
  /** Towards the lamp, from the camera's view: to the image's right, up, and to the camera. */
  readonly from: readonly [number, number, number];
  /** How much of the light comes from it, and how much from everywhere; 1 for both together is a well-lit room. */
  readonly strength: number;
  readonly ambient: number;
}

/** A solid as it is now: positions in centimetres before the camera, z negative. */
export interface Placed {
  readonly solid: Solid;
  readonly positions: Float64Array;
  readonly picture: OffscreenCanvas;
  /** Lit by the lamp; otherwise it is as bright as its picture. */
  readonly lit: boolean;
}

const VERTEX = `#version 300 es
in vec3 position; in vec3 normal; in vec2 uv;
uniform vec2 focal;
out vec3 n; out vec2 place; out vec3 p;
void main() {
  n = normal; place = uv; p = position;
  gl_Position = vec4(position.xy * focal, -position.z - 2.0, -position.z);
}`;

/** Lambert's light, a little of it going on through the skin, a faint shine, and the noise of a camera. */
const FRAGMENT = `#version 300 es
precision highp float;
in vec3 n; in vec2 place; in vec3 p;
uniform sampler2D picture; uniform vec3 from; uniform float strength; uniform float ambient; uniform bool lit; uniform float frame;
out vec4 colour;
float noise(vec2 at) { return fract(sin(dot(at, vec2(12.9898, 78.233)) + frame) * 43758.5453); }
void main() {
  vec3 base = texture(picture, place).rgb;
  vec3 facing = normalize(n);
  float direct = max(0.0, (dot(facing, from) + 0.25) / 1.25);
  vec3 half_way = normalize(from + normalize(-p));
  float shine = 0.10 * pow(max(0.0, dot(facing, half_way)), 24.0);
  vec3 light = lit ? base * (ambient + strength * direct) + strength * shine : base * (ambient + 0.6 * strength);
  colour = vec4(light + (noise(gl_FragCoord.xy) - 0.5) * 0.03, 1.0);
}`;

const FLOATS = 8;

/** Draws solids before a camera with the field of view that the pipeline takes it to have. Needs WebGL 2. */
export class Renderer {
  readonly canvas: OffscreenCanvas;
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #textures = new Map<OffscreenCanvas, WebGLTexture>();
  readonly #vertices: WebGLBuffer;
  readonly #indices: WebGLBuffer;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.canvas = new OffscreenCanvas(width, height);
    const gl = this.canvas.getContext('webgl2', { antialias: true, preserveDrawingBuffer: true });
    if (!gl) throw new Error('There is no WebGL 2.');
    this.#gl = gl;
    this.#program = programOf(gl);
    this.#vertices = gl.createBuffer();
    this.#indices = gl.createBuffer();
    gl.useProgram(this.#program);
    gl.enable(gl.DEPTH_TEST);
  }

  /** @param frame seeds the noise */
  draw(scene: readonly Placed[], lamp: Lamp, frame: number): void {
    const gl = this.#gl;
    const focal = 1 / Math.tan(VERTICAL_FOV / 2);
    const length = Math.hypot(...lamp.from);
    gl.viewport(0, 0, this.width, this.height);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.uniform2f(this.#uniform('focal'), (focal * this.height) / this.width, focal);
    gl.uniform3f(this.#uniform('from'), lamp.from[0] / length, lamp.from[1] / length, lamp.from[2] / length);
    gl.uniform1f(this.#uniform('strength'), lamp.strength);
    gl.uniform1f(this.#uniform('ambient'), lamp.ambient);
    gl.uniform1f(this.#uniform('frame'), (frame * 0.618) % 1);
    for (const placed of scene) this.#drawOne(placed);
  }

  #drawOne({ solid, positions, picture, lit }: Placed): void {
    const gl = this.#gl;
    const normals = normalsOf(positions, solid.indices);
    const vertices = new Float32Array((positions.length / 3) * FLOATS);
    for (let i = 0; i < positions.length / 3; i++) {
      vertices.set(positions.subarray(3 * i, 3 * i + 3), FLOATS * i);
      vertices.set(normals.subarray(3 * i, 3 * i + 3), FLOATS * i + 3);
      vertices.set(solid.uv.subarray(2 * i, 2 * i + 2), FLOATS * i + 6);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, solid.indices, gl.STREAM_DRAW);
    for (const [name, size, offset] of [
      ['position', 3, 0],
      ['normal', 3, 3],
      ['uv', 2, 6],
    ] as const) {
      const location = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, FLOATS * 4, offset * 4);
    }
    gl.bindTexture(gl.TEXTURE_2D, this.#texture(picture));
    gl.uniform1i(this.#uniform('lit'), lit ? 1 : 0);
    gl.drawElements(gl.TRIANGLES, solid.indices.length, gl.UNSIGNED_SHORT, 0);
  }

  #uniform(name: string): WebGLUniformLocation | null {
    return this.#gl.getUniformLocation(this.#program, name);
  }

  #texture(picture: OffscreenCanvas): WebGLTexture {
    const known = this.#textures.get(picture);
    if (known) return known;
    const gl = this.#gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    this.#textures.set(picture, texture);
    return texture;
  }
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'shader');
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'program');
  return program;
}
