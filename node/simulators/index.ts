export { startKhurSimulator, type KhurSimulatorOptions } from './khur-simulator.ts';
export { SHEP_PATH, startShepSimulator, type ShepSimulatorOptions } from './shep-simulator.ts';
export { SIMULATOR_FAULTS, type Simulator, type SimulatorFault } from './simulator-server.ts';
