//! Microsoft's server: installed where it is not there yet, started, and stopped whatever happens.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

/// Where package.json, its lock and the scripts are.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/conformance/azure");

/// A running server. Dropped, it is stopped; and it stops by itself when this process is gone.
pub(crate) struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    folder: PathBuf,
    url: String,
}

impl Server {
    /// Starts the server; says why where it cannot be had on this machine.
    pub(crate) fn start() -> Result<Self, String> {
        let folder = install()?;
        let (port, log) = (folder.join("port"), folder.join("server.log"));
        let _ = fs::remove_file(&port);
        let output = fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
        let errors = output.try_clone().map_err(|error| error.to_string())?;
        let mut child = Command::new("node")
            .arg(Path::new(FOLDER).join("serve.js"))
            .args([&port, &folder.join("coverage")])
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .map_err(|error| format!("node does not start: {error}; install node and npm"))?;
        let stdin = child.stdin.take();
        let mut server = Server { child, stdin, folder, url: String::new() };
        let late = Instant::now() + Duration::from_secs(60);
        while server.url.is_empty() {
            if let Ok(port) = fs::read_to_string(&port) {
                server.url = format!("http://127.0.0.1:{port}");
            } else if let Ok(Some(status)) = server.child.try_wait() {
                return Err(format!("the server ended at once ({status}), see {}", log.display()));
            } else if Instant::now() > late {
                return Err(format!("the server did not start within a minute, see {}", log.display()));
            } else {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        Ok(server)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The scenarios that its routes of long-running operations register.
    pub(crate) fn registered(&self) -> BTreeSet<String> {
        let list = self.folder.join("scenarios.json");
        let script = Path::new(FOLDER).join("scenarios.js");
        let done = Command::new("node").args([&script, &list]).current_dir(&self.folder).output().expect("node");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&fs::read(list).expect("the list")).expect("a list of names")
    }

    /// How often each scenario of the server was seen, by its own count.
    pub(crate) async fn report(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for category in ["vanilla", "azure", "optional", "dpg"] {
            let reply = reqwest::get(format!("{}/report/{category}", self.url)).await.expect("a report");
            let report = reply.bytes().await.expect("a report");
            counts.extend(serde_json::from_slice::<BTreeMap<String, u64>>(&report).expect("counts"));
        }
        counts
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Installs what package-lock.json lists, unless that was done before, and says where.
fn install() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("azure");
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(said)?;
    let lock = fs::read(Path::new(FOLDER).join("package-lock.json")).map_err(said)?;
    // Written at the end, so that an installation that was cut short is made anew.
    let marker = folder.join("installed");
    if fs::read(&marker).is_ok_and(|installed| installed == lock) {
        return Ok(folder);
    }
    let _ = fs::remove_file(&marker);
    for file in ["package.json", "package-lock.json"] {
        fs::copy(Path::new(FOLDER).join(file), folder.join(file)).map_err(said)?;
    }
    let npm = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("npm does not start: {error}; install node and npm"))?;
    if !npm.status.success() {
        return Err(format!("`npm ci` failed: {}", String::from_utf8_lossy(&npm.stderr)));
    }
    fs::write(&marker, lock).map_err(said)?;
    Ok(folder)
}
