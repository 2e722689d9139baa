/** A graphics device of ours, and how to know what became of it. */
export interface Gpu {
  readonly device: GPUDevice;
  /** As the browser names it; may be empty. */
  readonly adapter: string;
  /** Whether it is emulated by the processor: right but slow, so that `auto` never takes it. */
  readonly software: boolean;
  /** Compute pipelines made on the device so far, ours and the runtime's. */
  pipelines(): number;
}

const WANTED_FEATURES = ['shader-f16', 'subgroups'] as const;
/** What large kernels need more of than WebGPU grants unasked. */
const WANTED_LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  // A picture that is larger is shrunk to it: the least that WebGPU grants is 8,192 pixels.
  'maxTextureDimension2D',
] as const;
const ERROR_KINDS = ['validation', 'out-of-memory', 'internal'] as const satisfies readonly GPUErrorFilter[];

/** The graphics card refused some of what it was asked to do: what came of it means nothing. */
export class GpuError extends Error {}

/** A device of the fastest adapter. Throws Error where the browser has no WebGPU or gives no adapter. */
export async function openGpu(): Promise<Gpu> {
  const gpu = (navigator as Navigator & { readonly gpu?: GPU }).gpu;
  if (!gpu) throw new Error('This browser has no WebGPU.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('WebGPU gives no adapter here.');
  const device = await adapter.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
  // Safari 26 leaves `info` undefined (onnxruntime issue 26480).
  const info = adapter.info as GPUAdapterInfo | undefined;
  const name = [info?.vendor, info?.architecture, info?.description].filter(Boolean).join(' ');
  const software = info?.isFallbackAdapter === true || /swiftshader|llvmpipe/i.test(name);
  return { device, adapter: name, software, pipelines: countPipelines(device) };
}

/**
 * What `work` gives. Rejects with GpuError where the device refused any of it.
 *
 * [Note: A graphics card's errors]
 * WebGPU throws nothing. A command that is not valid, or that finds no memory, is dropped, and the models then run on what was
 * in their input before: the face of another picture. Each frame is therefore read inside error scopes, which cover what
 * onnxruntime-web asks for as well, and is not answered where one caught something. What no scope covers comes as
 * `uncapturederror` and breaks the runtime, just as a lost device does. The engine then opens the device again, and in the end
 * goes on without it.
 */
export async function checked<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  for (const kind of ERROR_KINDS) device.pushErrorScope(kind);
  const [outcome] = await Promise.allSettled([work()]);
  const errors = await Promise.allSettled(ERROR_KINDS.map(() => device.popErrorScope()));
  for (const error of errors) {
    if (error.status === 'rejected') throw new GpuError(String(error.reason));
    if (error.value) throw new GpuError(error.value.message);
  }
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

/**
 * [Note: Was it really the graphics card]
 * Where its WebGPU provider cannot start, onnxruntime-web only warns and computes on the processor. What it really used
 * shows in our own device: kernels on it need compute pipelines.
 */
function countPipelines(device: GPUDevice): () => number {
  let made = 0;
  const now = device.createComputePipeline.bind(device);
  const later = device.createComputePipelineAsync.bind(device);
  device.createComputePipeline = (descriptor) => {
    made++;
    return now(descriptor);
  };
  device.createComputePipelineAsync = (descriptor) => {
    made++;
    return later(descriptor);
  };
  return () => made;
}
