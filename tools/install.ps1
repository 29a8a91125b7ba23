<#
.SYNOPSIS
Installs the reflexio command: verifies its checksum, puts it in place. Needs no administrator. Run it
again to upgrade.
.PARAMETER Dir
Where to put it. Default: ~\.reflexio\bin
.PARAMETER Version
Release to install. Default: the newest.
.PARAMETER BaseUrl
Where the releases are. Default: $env:REFLEXIO_INSTALL_URL
.PARAMETER ModifyPath
Adds the folder to the user's search path.
.PARAMETER Uninstall
Removes the binary again.
#>
param(
  [string]$Dir = $(if ($env:REFLEXIO_INSTALL_DIR) { $env:REFLEXIO_INSTALL_DIR } else { Join-Path $HOME '.reflexio\bin' }),
  [string]$Version = '',
  [string]$BaseUrl = $env:REFLEXIO_INSTALL_URL,
  [switch]$ModifyPath,
  [switch]$Uninstall
)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# Windows PowerShell 5 does not offer TLS 1.2 by itself.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

function Stop-Install([string]$Message, [string]$Hint) {
  # Read from a pipe, exit would close the window of the person; a script file ends with code 1.
  if (-not $PSCommandPath) { throw "$Message$(if ($Hint) { ". $Hint" })" }
  [Console]::Error.WriteLine("Error: $Message")
  if ($Hint) { [Console]::Error.WriteLine("Hint: $Hint") }
  exit 1
}

$Dir = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Dir)
$Target = Join-Path $Dir 'reflexio.exe'
if ($Uninstall) {
  Remove-Item -Force -ErrorAction SilentlyContinue $Target
  Remove-Item -Force -ErrorAction SilentlyContinue "$Target.old*"
  Write-Host "Removed $Target; data and settings stay in ~\.reflexio"
  return
}
if (-not $BaseUrl) { Stop-Install 'No address of the releases' 'Pass -BaseUrl URL or set REFLEXIO_INSTALL_URL' }
if (-not [Environment]::Is64BitOperatingSystem) { Stop-Install 'There is no binary for 32-bit Windows' 'Run it with Deno: deno task reflexio' }

$Name = 'reflexio-windows-x64.exe'
$From = $BaseUrl.TrimEnd('/')
if ($Version) { $From = "$From/v$Version" }
$Work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
New-Item -ItemType Directory -Force $Work | Out-Null
try {
  Write-Host "Fetching $Name from $From"
  $Sums = Join-Path $Work 'SHA256SUMS'
  $File = Join-Path $Work 'reflexio.exe'
  try { Invoke-WebRequest -UseBasicParsing "$From/SHA256SUMS" -OutFile $Sums }
  catch { Stop-Install "Cannot fetch $From/SHA256SUMS" 'Check the address and the version' }
  $Line = Get-Content $Sums | Where-Object { $_ -match " $([Regex]::Escape($Name))$" } | Select-Object -First 1
  if (-not $Line) { Stop-Install "The release has no $Name" 'Run it with Deno: deno task reflexio' }
  $Wanted = ($Line -split '\s+')[0]
  try { Invoke-WebRequest -UseBasicParsing "$From/$Name" -OutFile $File }
  catch { Stop-Install "Cannot fetch $From/$Name" '' }
  $Found = (Get-FileHash -Algorithm SHA256 $File).Hash
  if ($Found -ne $Wanted) { Stop-Install "The checksum of $Name is wrong: nothing was installed" 'Try again; tell the publisher if it stays so' }
  $New = & $File --version
  if ($LASTEXITCODE -ne 0) { Stop-Install 'The binary does not run here: nothing was installed' '' }

  New-Item -ItemType Directory -Force $Dir | Out-Null
  $Old = ''
  if (Test-Path $Target) { try { $Old = & $Target --version } catch { $Old = 'a broken reflexio' } }
  # A program that runs can neither be replaced nor removed on Windows, but it can be renamed; one
  # that still runs under the name for old ones is left under another.
  $Fresh = Join-Path $Dir '.reflexio.new.exe'
  $Kept = "$Target.old"
  Remove-Item -Force -ErrorAction SilentlyContinue "$Target.old*"
  if (Test-Path $Kept) { $Kept = "$Target.old-$([Guid]::NewGuid())" }
  try {
    # The folder may be on another disk: only renaming within it is done at once.
    Copy-Item -Force $File $Fresh
    if (Test-Path $Target) { Move-Item -Force $Target $Kept }
    Move-Item -Force $Fresh $Target
  }
  catch {
    $Reason = $_.Exception.Message
    Remove-Item -Force -ErrorAction SilentlyContinue $Fresh
    if (-not (Test-Path $Target) -and (Test-Path $Kept)) { Move-Item -Force $Kept $Target }
    Stop-Install "Cannot write ${Target}: $Reason" 'What was there before is still there'
  }
  Remove-Item -Force -ErrorAction SilentlyContinue $Kept
  if (-not $Old) { Write-Host "Installed $New in $Target" }
  elseif ($Old -eq $New) { Write-Host "$New was there already; installed it anew in $Target" }
  else { Write-Host "Upgraded $Old to $New in $Target" }
}
finally {
  Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $Work
}

if (($env:Path -split ';') -notcontains $Dir) {
  if ($ModifyPath) {
    # Through the registry: variables such as %USERPROFILE% in the path stay as they are written.
    $Key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $true)
    $UserPath = $Key.GetValue('Path', '', [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
    $Parts = @($UserPath -split ';' | Where-Object { $_ })
    if ($Parts -notcontains $Dir) {
      $Key.SetValue('Path', ((@($Dir) + $Parts) -join ';'), [Microsoft.Win32.RegistryValueKind]::ExpandString)
    }
    $Key.Dispose()
    # Setting any variable tells open programs that the environment changed.
    [Environment]::SetEnvironmentVariable('REFLEXIO_INSTALLED', '1', 'User')
    [Environment]::SetEnvironmentVariable('REFLEXIO_INSTALLED', $null, 'User')
    Write-Host "Added $Dir to the search path; it holds in new shells"
  }
  else {
    Write-Host "Hint: $Dir is not on the search path. Run this again with -ModifyPath to add it."
  }
}
Write-Host 'Begin with: reflexio demo'
