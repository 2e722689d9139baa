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
] as const;

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
