import * as ort from 'onnxruntime-web';

// One thread: these runs are short, and others share the machine.
ort.env.wasm.numThreads = 1;

/** Runs an .onnx file once in ONNX Runtime's wasm build and copies every output out. */
export async function runOnnx(
  model: Uint8Array,
  input: Float32Array,
  shape: readonly number[],
): Promise<Map<string, { data: Float32Array; dims: readonly number[] }>> {
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
  try {
    const feeds = { [session.inputNames[0]!]: new ort.Tensor('float32', input, [...shape]) };
    const results = await session.run(feeds);
    return new Map(
      session.outputNames.map((name) => {
        const { data, dims } = results[name]!;
        return [name, { data: Float32Array.from(data as Float32Array), dims }];
      }),
    );
  } finally {
    await session.release();
  }
}
