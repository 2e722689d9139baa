import type { CameraAhead, Device } from '../../app/services/device';
import type { StorageReport } from '../../app/services/types';
import type { DeviceReport, Progress } from '../../app/vision/protocol';

export const sampleDevice = (change: Partial<DeviceReport> = {}): DeviceReport => ({
  backend: 'wasm',
  build: 'wasm',
  threads: 2,
  adapter: '',
  selfTests: [
    { backend: 'webgpu', passed: false, maxDifference: 0.041, tolerance: 0.02, reason: 'expression differs' },
    { backend: 'wasm', passed: true, maxDifference: 0.0004, tolerance: 0.02, reason: '' },
  ],
  models: { detector: 'blazeface-front 1', landmarks: 'facemesh 1', iris: 'iris 1', expression: 'emotion 1' },
  medianStageMs: { upload: 1.1, detect: 4.2, landmarks: 9.8, iris: 3.1, classify: 6.4, total: 21.7 },
  framesRead: 512,
  framesDropped: 3,
  openFrames: 0,
  gpuBuffers: 0,
  deviceLosses: 0,
  ...change,
});

/** A phone on which faces are read as the test says. */
export class FakeDevice implements Device {
  last: DeviceReport | null = null;
  space: StorageReport = { persisted: true, usedBytes: 18_400_000, quotaBytes: 64e9 };
  /** What a test of it does; this one reports a step and succeeds. */
  testing = async (onProgress: (progress: Progress) => void): Promise<DeviceReport> => {
    onProgress({ loadedBytes: 4_200_000, totalBytes: 11_300_000, step: 'landmarks' });
    return sampleDevice();
  };

  ahead: CameraAhead = { asks: true, downloadBytes: 22_479_282 };
  cameraAhead = async (): Promise<CameraAhead> => this.ahead;

  async report(): Promise<DeviceReport | null> {
    return this.last;
  }

  async test(onProgress: (progress: Progress) => void): Promise<DeviceReport> {
    this.last = await this.testing(onProgress);
    return this.last;
  }

  async storage(): Promise<StorageReport> {
    return this.space;
  }
}
