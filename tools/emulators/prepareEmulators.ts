import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { JarChoice, JarFacts } from './chooseJars.ts'
import { chooseJars } from './chooseJars.ts'
import type { JarEntry } from './writeJar.ts'
import { writeJar } from './writeJar.ts'

const run = promisify(execFile)

const FIRESTORE_MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore'
const RULES_MAIN_CLASS = 'StorageRulesRuntime'
const JAR_IN_CLOUD_CLI = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'

export interface PreparedEmulators {
  /** What firebase-tools needs to know to find them. */
  readonly environment: Record<string, string>
  /** One line for the person who waits. */
  readonly summary: string
}

/** Finds the Java emulators, or makes what is missing from the Cloud CLI's jar. */
export async function prepareEmulators(root: string): Promise<PreparedEmulators> {
  const choices = chooseJars(await facts(root))
  const directory = join(root, '.pact/emulators')
  await mkdir(directory, { recursive: true })
  const firestore = await firestoreJar(choices.firestore, directory)
  const storage = await rulesJar(choices.storage, directory, root)
  return {
    environment: {
      ...(firestore && { FIRESTORE_EMULATOR_BINARY_PATH: firestore }),
      ...(storage && { STORAGE_EMULATOR_BINARY_PATH: storage }),
    },
    summary: `Firestore ${SOURCE_NAMES[choices.firestore.from]}, Storage rules ${SOURCE_NAMES[choices.storage.from]}`,
  }
}

const SOURCE_NAMES: Record<JarChoice['from'], string> = {
  environment: 'as the environment says',
  cache: "from firebase-tools' cache",
  cloudCli: "on the Cloud CLI's jar",
  download: 'downloaded by firebase-tools',
}

async function facts(root: string): Promise<JarFacts> {
  const environment = process.env
  const listed = join(root, 'node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json')
  const info = JSON.parse(await readFile(listed, 'utf8')) as Record<
    'firestore' | 'storage',
    { downloadPathRelativeToCacheDir: string }
  >
  const cache = environment['FIREBASE_EMULATORS_PATH'] ?? join(homedir(), '.cache/firebase/emulators')
  const sdks = [environment['CLOUDSDK_ROOT_DIR'], '/usr/lib/google-cloud-sdk', '/opt/google-cloud-sdk']
  return {
    environment,
    cached: {
      firestore: join(cache, info.firestore.downloadPathRelativeToCacheDir),
      storage: join(cache, info.storage.downloadPathRelativeToCacheDir),
    },
    cloudCli: [...sdks, join(homedir(), 'google-cloud-sdk')]
      .filter((sdk) => sdk !== undefined)
      .map((sdk) => join(sdk, JAR_IN_CLOUD_CLI)),
    exists: existsSync,
  }
}

async function firestoreJar(choice: JarChoice, directory: string): Promise<string | undefined> {
  if (choice.from !== 'cloudCli') return pathOf(choice)
  const path = join(directory, `firestore-${await fingerprint(choice.path)}.jar`)
  if (!existsSync(path)) await writeJar(path, { mainClass: FIRESTORE_MAIN_CLASS, classPath: choice.path })
  return path
}

async function rulesJar(choice: JarChoice, directory: string, root: string): Promise<string | undefined> {
  if (choice.from !== 'cloudCli') return pathOf(choice)
  const source = join(root, 'tools/emulators/StorageRulesRuntime.java')
  const path = join(directory, `storage-rules-${await fingerprint(choice.path, source)}.jar`)
  if (!existsSync(path)) await compileRulesRuntime(source, choice.path, path)
  return path
}

/** firebase-tools makes what it is pointed at executable, which a read-only cache does not let it; so it finds that itself. */
function pathOf(choice: JarChoice): string | undefined {
  return choice.from === 'environment' ? choice.path : undefined
}

/** Changes when one of the files does; the large jar is known by its size and date. */
async function fingerprint(jar: string, source?: string): Promise<string> {
  const { size, mtimeMs } = await stat(jar)
  const hash = createHash('sha256').update(`${jar} ${size} ${mtimeMs}`)
  if (source) hash.update(await readFile(source))
  return hash.digest('hex').slice(0, 12)
}

async function compileRulesRuntime(source: string, firestoreJarPath: string, path: string): Promise<void> {
  const classes = await mkdtemp(`${path}.`)
  try {
    await javac([
      '-proc:none',
      '-nowarn',
      '-encoding',
      'UTF-8',
      '-cp',
      firestoreJarPath,
      '-d',
      classes,
      source,
    ])
    await writeJar(
      `${classes}/ready.jar`,
      { mainClass: RULES_MAIN_CLASS, classPath: firestoreJarPath },
      await classFiles(classes),
    )
    await rename(`${classes}/ready.jar`, path)
  } finally {
    await rm(classes, { recursive: true })
  }
}

async function javac(args: readonly string[]): Promise<void> {
  try {
    await run('javac', args)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        'The Storage emulator needs a JDK here to compile tools/emulators/StorageRulesRuntime.java, and javac is missing: install one of version 17 or newer (Debian: apt-get install openjdk-17-jdk-headless).',
        { cause: error },
      )
    }
    throw error
  }
}

async function classFiles(directory: string): Promise<JarEntry[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.class')).sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(directory, name)) })))
}
