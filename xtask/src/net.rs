//! The net of the tests, on 127.0.0.1 alone: the stand-in for Jira, nginx before it with TLS for every name, and the
//! relays of the README, on pages of an embedder.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use stand_in::StandIn;
use tempfile::TempDir;

use crate::tools::{self, Servers, dist, root};

/// The names that the certificate is for. A wildcard stands for one label.
const NAMES: [&str; 8] = [
    "*.atlassian.net",
    "api.atlassian.com",
    "*.jira.com",
    "*.atlassian-us-gov-mod.net",
    "api.atlassian-us-gov-mod.com",
    "*.acme.example",
    "*.help.example",
    // Whoever follows a redirect is to arrive, and to be heard.
    "*.internal.example",
];

/// The site that the examples name.
const SITE: &str = "https://acme.atlassian.net";
const GATEWAY: &str = "https://api.atlassian.com";
/// Where the patterns of the example begin, and the authorities that it trusts.
const PATTERN: &str = "(?:rest/api/[23]/";
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

const START: Duration = Duration::from_secs(10);

pub(crate) fn run() -> Result<()> {
    let net = Net::start()?;
    for (name, value) in net.variables() {
        println!("export {name}='{}'", value.display());
    }
    eprintln!("Serving on 127.0.0.1 until the input ends (Ctrl+D)");
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}

/// Servers that run until this is dropped.
pub(crate) struct Net {
    folder: TempDir,
    stand_in: StandIn,
    nginx: Server,
    caddy: Server,
}

impl Net {
    pub(crate) fn start() -> Result<Self> {
        let servers = tools::ensure_servers()?;
        let folder = tempfile::tempdir()?;
        let stand_in = StandIn::start()?;
        certify(folder.path())?;
        let nginx = start_nginx(&servers, folder.path(), stand_in)?;
        let caddy = start_caddy(&servers, folder.path(), nginx.port)?;
        let net = Self {
            folder,
            stand_in,
            nginx,
            caddy,
        };
        net.write_curlrc()?;
        Ok(net)
    }

    /// What the tests have to know.
    pub(crate) fn variables(&self) -> Vec<(&'static str, OsString)> {
        let control = format!("http://127.0.0.1:{}/", self.stand_in.port());
        let path = |name| self.folder.path().join(name).into_os_string();
        vec![
            // The scenarios and the log.
            ("STAND_IN_URL", control.into()),
            // The port of 127.0.0.1 to which every name leads, by TLS.
            ("JIRA_PORT", self.nginx.port.to_string().into()),
            // The port of Caddy's relay, without TLS.
            ("CADDY_PORT", self.caddy.port.to_string().into()),
            ("JIRA_CERTIFICATE", path(CERTIFICATE)),
            // With it, an unchanged command with curl in it finds its way.
            ("JIRA_CURL_HOME", self.folder.path().into()),
        ]
    }

    fn write_curlrc(&self) -> Result<()> {
        let certificate = self.folder.path().join(CERTIFICATE);
        let text = format!(
            "connect-to = \"::127.0.0.1:{}\"\ncacert = \"{}\"\n",
            self.nginx.port,
            certificate.display()
        );
        Ok(fs::write(self.folder.path().join(".curlrc"), text)?)
    }
}

const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";

/// Makes a certificate that lasts as long as the tests.
fn certify(folder: &Path) -> Result<()> {
    let names = NAMES.map(|name| format!("DNS:{name}")).join(",");
    let output = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"])
        .args(["-pkeyopt", "ec_paramgen_curve:prime256v1"])
        .args(["-subj", "/CN=stand-in for Jira", "-keyout", KEY])
        .args(["-out", CERTIFICATE, "-addext"])
        .arg(format!("subjectAltName={names}"))
        .current_dir(folder)
        .output()
        .context("openssl")?;
    if !output.status.success() {
        bail!("openssl: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// A program that serves on a port of 127.0.0.1 until this is dropped.
struct Server {
    port: u16,
    child: Child,
}

impl Server {
    /// Starts it and waits until it takes connections. What it says goes into a file.
    fn start(command: &mut Command, port: u16, says: &Path) -> Result<Self> {
        let program = command.get_program().display().to_string();
        let file = fs::File::create(says)?;
        command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file);
        let child = command.spawn().with_context(|| program.clone())?;
        let mut server = Self { port, child };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if server.child.try_wait()?.is_some() || start.elapsed() > START {
                bail!("{program} does not serve: {}", fs::read_to_string(says)?);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

fn start_nginx(servers: &Servers, folder: &Path, stand_in: StandIn) -> Result<Server> {
    let port = free_port()?;
    let configuration = folder.join("nginx.conf");
    fs::write(&configuration, nginx_configuration(folder, port, stand_in)?)?;
    let mut command = Command::new(&servers.nginx);
    command
        .args(["-e", "stderr", "-p"])
        .arg(folder)
        .arg("-c")
        .arg(&configuration);
    Server::start(&mut command, port, &folder.join("nginx.log"))
}

fn nginx_configuration(folder: &Path, port: u16, stand_in: StandIn) -> Result<String> {
    let example = example("nginx.conf")?;
    let certificate = folder.join(CERTIFICATE);
    let mut pages = String::new();
    for (name, address) in StandIn::places() {
        pages += &page(&example, &name, &address, port, &certificate)?;
    }
    // nginx is to work for anyone in one process, so nothing is left where its packager put it.
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {kind};\n"))
        .concat();
    let stand_in = stand_in.port();
    Ok(format!(
        r"daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {{}}
http {{
    access_log off;
{temporary}    server_names_hash_max_size 4096;
    server_names_hash_bucket_size 128;
    types {{
        text/html html;
        text/css css;
        text/javascript js mjs;
        image/svg+xml svg;
        application/wasm wasm;
    }}
    ssl_certificate {CERTIFICATE};
    ssl_certificate_key {KEY};

    # nginx takes this for the gateway's name and does not look it up.
    upstream api.atlassian.com {{ server 127.0.0.1:{port}; }}

    # Every name that is no embedder's page. HTTP/2, as Atlassian speaks it.
    server {{
        listen 127.0.0.1:{port} ssl http2 default_server;
        location / {{
            proxy_pass http://127.0.0.1:{stand_in};
            proxy_http_version 1.1;
            proxy_set_header Host $host;
            proxy_pass_header Server;
            proxy_buffering off;
            proxy_read_timeout 10m;
            # Where the stand-in hangs up, so does this.
            error_page 502 504 = @hang_up;
        }}
        location @hang_up {{
            return 444;
        }}
    }}
{pages}}}
"
    ))
}

/// The page of an embedder with a relay to a place: the example, with this place in place of its own.
fn page(example: &str, name: &str, address: &str, port: u16, certificate: &Path) -> Result<String> {
    let below = address.strip_prefix("https://").unwrap_or(address);
    let (host, context) = match below.split_once('/') {
        Some((host, path)) => (host, format!("{path}/")),
        None => (below, String::new()),
    };
    let relay = replace(example, SITE, &format!("https://{host}"))?;
    let relay = replace(&relay, PATTERN, &format!("(?:{context}rest/api/[23]/"))?;
    let relay = replace(&relay, AUTHORITIES, &certificate.display().to_string())?;
    let page = root().join("tests/browser/embedder.html");
    Ok(format!(
        "    \
             upstream {host} {{ server 127.0.0.1:{port}; }}\n    \
             server {{\n        listen 127.0.0.1:{port} ssl http2;\n        server_name {name}.help.example;\n        \
             root \"{}\";\n        location = / {{ try_files /embedder.html =404; root \"{}\"; }}\n{relay}\n    }}\n",
        dist().display(),
        page.parent().unwrap_or(&page).display(),
    ))
}

fn start_caddy(servers: &Servers, folder: &Path, jira: u16) -> Result<Server> {
    let port = free_port()?;
    let example = example("Caddyfile")?;
    // Caddy has the connection's address apart from the names that it asks for.
    let here = format!("https://127.0.0.1:{jira}");
    let relay = replace(&replace(&example, SITE, &here)?, GATEWAY, &here)?;
    let text = format!(
        "{{\n    admin off\n    auto_https off\n}}\n\
         http://127.0.0.1:{port} {{\n    bind 127.0.0.1\n{relay}}}\n"
    );
    let configuration = folder.join("Caddyfile");
    fs::write(&configuration, text)?;
    let mut command = Command::new(&servers.caddy);
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&configuration)
        .env("SSL_CERT_FILE", folder.join(CERTIFICATE))
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder);
    Server::start(&mut command, port, &folder.join("caddy.log"))
}

fn example(name: &str) -> Result<String> {
    let path = root().join("examples/relay").join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// Replaces what must be there exactly once: the tests are to run the example as it is, but for this.
fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    if text.matches(from).count() != 1 {
        bail!("the example should have `{from}` once");
    }
    Ok(text.replacen(from, to, 1))
}
