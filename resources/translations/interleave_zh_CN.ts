<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BankWords</name>
    <message>
        <source>%1 asks for %2: granted.</source>
        <translation>%1 请求 %2：准许。</translation>
    </message>
    <message>
        <source>%1 asks for %2 and waits: only %3 are free.</source>
        <translation>%1 请求 %2，只能等待：可用的只有 %3。</translation>
    </message>
    <message>
        <source>%1 asks for %2 and waits: they are free, but granting them is unsafe.</source>
        <translation>%1 请求 %2，只能等待：资源是有的，但给了就不安全。</translation>
    </message>
    <message>
        <source>%1 asks for %2: refused, it claimed less.</source>
        <translation>%1 请求 %2：拒绝，超出了它声明的最大需求。</translation>
    </message>
    <message>
        <source>With them gone, nobody could promise any more that all will be served.</source>
        <translation>给了它，就再没有谁能保证大家都会得到满足。</translation>
    </message>
    <message>
        <source>It goes on when enough has come back, and granting it is safe.</source>
        <translation>等归还的够多、准许它又是安全的，它才能继续。</translation>
    </message>
    <message>
        <source>It goes on when enough has come back; nobody looks ahead.</source>
        <translation>等归还的够多，它就能继续；没有人往前看。</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>no event lost</source>
        <translation>没有丢失事件</translation>
    </message>
    <message>
        <source>%L1 events lost</source>
        <translation>丢失 %L1 个事件</translation>
    </message>
    <message>
        <source>kernel truth: own events only</source>
        <translation>内核依据：仅有自身事件</translation>
    </message>
    <message>
        <source>kernel truth: switch records</source>
        <translation>内核依据：切换记录</translation>
    </message>
    <message>
        <source>kernel truth: tracepoints</source>
        <translation>内核依据：跟踪点</translation>
    </message>
    <message>
        <source>tempo %1×</source>
        <translation>速度 %1×</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>a preset says the size and the scale: give either --preset, or --size and --scale</source>
        <translation>预设已经规定尺寸和缩放：只给 --preset，或只给 --size 和 --scale</translation>
    </message>
    <message>
        <source>--step goes with --picture presenting</source>
        <translation>--step 要和 --picture presenting 一起用</translation>
    </message>
    <message>
        <source>--lesson prints text: leave out --json, or ask for one after the other</source>
        <translation>--lesson 输出文字：去掉 --json，或分两次执行</translation>
    </message>
    <message>
        <source>schedule needs jobs: give --jobs 24,3,3, or --job name=A,cpu=5 …, or --file JOBS.json</source>
        <translation>schedule 需要作业：给出 --jobs 24,3,3，或 --job name=A,cpu=5 …，或 --file JOBS.json</translation>
    </message>
    <message>
        <source>the jobs are given in more than one way: choose --jobs, --job or --file</source>
        <translation>作业用不止一种方式给出：从 --jobs、--job、--file 中选一种</translation>
    </message>
    <message>
        <source>{} says how pictures are made: add --export FOLDER</source>
        <translation>{} 规定怎样画图片：加上 --export FOLDER</translation>
    </message>
    <message>
        <source>--format {} is not known: {}</source>
        <translation>不认识 --format {}：{}</translation>
    </message>
    <message>
        <source>{}; see `interleave --help`</source>
        <translation>{}；见 `interleave --help`</translation>
    </message>
    <message>
        <source>{}; see `interleave {} --help`</source>
        <translation>{}；见 `interleave {} --help`</translation>
    </message>
    <message>
        <source>cannot write to standard output</source>
        <translation>无法写到标准输出</translation>
    </message>
    <message>
        <source>{}; give a JSON file with a list of jobs</source>
        <translation>{}；给出一个含作业列表的 JSON 文件</translation>
    </message>
    <message>
        <source>{} is several runs already: --repeat is for scenarios of one run</source>
        <translation>{} 本来就有多次运行：--repeat 用于只有一次运行的场景</translation>
    </message>
    <message>
        <source>{} as asked for is one run: --picture comparison needs several</source>
        <translation>{} 按这样的要求只有一次运行：--picture comparison 需要多次</translation>
    </message>
    <message>
        <source>interrupted: {} of {} runs were made</source>
        <translation>已中断：{1} 次运行中完成了 {0} 次</translation>
    </message>
    <message>
        <source>cannot make the folder {}: {}</source>
        <translation>无法建立文件夹 {}：{}</translation>
    </message>
    <message>
        <source>{} is there already: choose another folder, or add --overwrite</source>
        <translation>{} 已经存在：换一个文件夹，或加上 --overwrite</translation>
    </message>
    <message>
        <source>{} is to be run step by step, which takes a person at the window: give it another pace</source>
        <translation>{} 要单步运行，需要有人在窗口前操作：给它换一种步调</translation>
    </message>
    <message>
        <source>{} of {} entries were not drawn: {}</source>
        <translation>{1} 项中有 {0} 项没有画出：{2}</translation>
    </message>
    <message>
        <source>there is no scenario &apos;{}&apos;; did you mean &apos;{}&apos;? `interleave list` names them all</source>
        <translation>没有场景“{}”；是不是“{}”？`interleave list` 列出全部场景</translation>
    </message>
    <message>
        <source>there is no scenario &apos;{}&apos;; `interleave list` names them all</source>
        <translation>没有场景“{}”；`interleave list` 列出全部场景</translation>
    </message>
    <message>
        <source>there is no display to show the window on; without one use `interleave list`, `show`, `run`, `export` or `check` (`interleave --help`)</source>
        <translation>没有可以显示窗口的屏幕；没有屏幕时用 `interleave list`、`show`、`run`、`export` 或 `check`（`interleave --help`）</translation>
    </message>
    <message>
        <source>the run&apos;s process cannot be tied to this program&apos;s life</source>
        <translation>无法让运行的进程随本程序一起结束</translation>
    </message>
    <message>
        <source>the runner does not know the scenario {}: build both programs anew</source>
        <translation>runner 不认识场景 {}：重新构建这两个程序</translation>
    </message>
    <message>
        <source>interrupted: the pictures made so far are there</source>
        <translation>已中断：到此为止画好的图片还在</translation>
    </message>
    <message>
        <source>nobody came to run in {}</source>
        <translation>{} 中没有任何执行体运行过</translation>
    </message>
    <message>
        <source>cannot write into {}</source>
        <translation>无法写入文件夹 {}</translation>
    </message>
    <message>
        <source>cannot write {}</source>
        <translation>无法写入文件 {}</translation>
    </message>
    <message>
        <source>cannot make the folder {}</source>
        <translation>无法建立文件夹 {}</translation>
    </message>
    <message>
        <source>{} takes a whole number from {} to {}, not &apos;{}&apos;</source>
        <translation>{} 要写成 {} 到 {} 的整数，不能是“{}”</translation>
    </message>
    <message>
        <source>{} takes a number from {:g} to {:.10g}, not &apos;{}&apos;</source>
        <translation>{} 要写成 {:g} 到 {:.10g} 的数，不能是“{}”</translation>
    </message>
    <message>
        <source>--size takes a width and a height in pixels such as 1920x1080, not &apos;{}&apos;</source>
        <translation>--size 要写成宽和高的像素数，例如 1920x1080，不能是“{}”</translation>
    </message>
    <message>
        <source>there is no runtime &apos;{}&apos;; the runtimes are processes, threads, workers, coroutines and virtual</source>
        <translation>没有运行方式“{}”；运行方式有 processes、threads、workers、coroutines 和 virtual</translation>
    </message>
    <message>
        <source>--pace takes free or steered, not &apos;{}&apos;</source>
        <translation>--pace 要写成 free 或 steered，不能是“{}”</translation>
    </message>
    <message>
        <source>--clock {} is not known; choose virtual or real</source>
        <translation>不认识 --clock {}；选择 virtual 或 real</translation>
    </message>
    <message>
        <source>--theme takes light, dark or print, not &apos;{}&apos;</source>
        <translation>--theme 要写成 light、dark 或 print，不能是“{}”</translation>
    </message>
    <message>
        <source>--picture takes timeline, window, comparison, strip or presenting, not &apos;{}&apos;</source>
        <translation>--picture 要写成 timeline、window、comparison、strip 或 presenting，不能是“{}”</translation>
    </message>
    <message>
        <source>--lang takes en or zh_CN, not &apos;{}&apos;</source>
        <translation>--lang 要写成 en 或 zh_CN，不能是“{}”</translation>
    </message>
    <message>
        <source>--set takes name=value such as --set capacity=4, not &apos;{}&apos;</source>
        <translation>--set 要写成 name=value，例如 --set capacity=4，不能是“{}”</translation>
    </message>
</context>
<context>
    <name>ComparedCurve</name>
    <message>
        <source>%1: %2</source>
        <comment>a parameter&apos;s label and its value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ComparedRuns</name>
    <message>
        <source>%1: the least with %2, the most with %3.</source>
        <comment>a number&apos;s label, then two runs</comment>
        <translation>%1：%2 最小，%3 最大。</translation>
    </message>
    <message>
        <source>%1 against %2. Click a run to see its timeline, two names to compare those two.</source>
        <translation>%1 对 %2。点击一次运行可看它的时间线，点击两个名称可对比这两次。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1: %2</source>
        <comment>a run&apos;s place and its runtime</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>above: the textbook&apos;s (virtual time) · below: measured</source>
        <translation>上：教科书（虚拟时间）· 下：实测</translation>
    </message>
    <message>
        <source>bars: by powers of ten</source>
        <translation>条形：按 10 的幂</translation>
    </message>
</context>
<context>
    <name>DetailsOf</name>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>pid / tid</source>
        <translation>pid / tid</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>process and thread number</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>started by</source>
        <translation>启动者</translation>
    </message>
    <message>
        <source>core %1</source>
        <translation>核心 %1</translation>
    </message>
    <message>
        <source>as the kernel saw it</source>
        <translation>内核所见</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>nobody of this run</source>
        <translation>不属于本次运行</translation>
    </message>
    <message>
        <source>another thread of the runner</source>
        <translation>运行器的其他线程</translation>
    </message>
    <message>
        <source>held by</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>waiting for it</source>
        <translation>等待者</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>获取次数</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>level</source>
        <translation>当前项数</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>put / taken</source>
        <translation>放入 / 取出</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>two counts</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>updates lost</source>
        <translation>丢失的更新</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>%1, not over</source>
        <comment>a moment</comment>
        <translation>%1，尚未结束</translation>
    </message>
    <message>
        <source>length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an actor&apos;s name and what it does</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>free units</source>
        <translation>可用资源</translation>
    </message>
    <message>
        <source>requests granted</source>
        <translation>已准许的请求</translation>
    </message>
    <message>
        <source>belongs to</source>
        <translation>属于</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ends: %1</source>
        <comment>%1 is how</comment>
        <translation>结束：%1</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>switches to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>writes “%1”</source>
        <translation>输出“%1”</translation>
    </message>
    <message>
        <source>result %1</source>
        <translation>结果 %1</translation>
    </message>
    <message>
        <source>waited %1 for the recorder</source>
        <translation>等待记录器 %1</translation>
    </message>
    <message>
        <source>begins %1</source>
        <translation>开始 %1</translation>
    </message>
    <message>
        <source>is done with it</source>
        <translation>做完了</translation>
    </message>
    <message>
        <source>runs on core %1</source>
        <translation>在核心 %1 上运行</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>ready: woken by %1</source>
        <translation>就绪：被 %1 唤醒</translation>
    </message>
    <message>
        <source>ready: %1</source>
        <comment>%1 is why</comment>
        <translation>就绪：%1</translation>
    </message>
    <message>
        <source>sleeps %1</source>
        <translation>睡眠 %1</translation>
    </message>
    <message>
        <source>waits for the end of %1</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>%1 is made</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation>想要 %1</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>获得 %1</translation>
    </message>
    <message>
        <source>releases %1</source>
        <translation>释放 %1</translation>
    </message>
    <message>
        <source>gives up waiting for %1</source>
        <translation>放弃等待 %1</translation>
    </message>
    <message>
        <source>has %1 %2 times now</source>
        <translation>现在 %2 次持有 %1</translation>
    </message>
    <message>
        <source>uses %1 without holding the lock: refused</source>
        <translation>未持有锁就使用 %1：被拒绝</translation>
    </message>
    <message>
        <source>has the priority %1 now</source>
        <translation>现在的优先级为 %1</translation>
    </message>
    <message>
        <source>comes to %1: %2 there</source>
        <translation>到达 %1：已有 %2 个</translation>
    </message>
    <message>
        <source>lets all go on at %1</source>
        <translation>%1 处全部放行</translation>
    </message>
    <message>
        <source>was killed holding %1: abandoned</source>
        <translation>持有 %1 时被杀：锁已遗弃</translation>
    </message>
    <message>
        <source>takes a permit of %1: %2 left</source>
        <translation>取得 %1 的一个许可，还剩 %2 个</translation>
    </message>
    <message>
        <source>gives a permit back to %1: %2 now</source>
        <translation>归还 %1 的一个许可，现有 %2 个</translation>
    </message>
    <message>
        <source>notifies %1: %2 woken</source>
        <translation>通知 %1，唤醒 %2 个</translation>
    </message>
    <message>
        <source>sets %1</source>
        <translation>置位 %1</translation>
    </message>
    <message>
        <source>clears %1</source>
        <translation>复位 %1</translation>
    </message>
    <message>
        <source>puts into %1: %2 in it</source>
        <translation>放入 %1，现有 %2 项</translation>
    </message>
    <message>
        <source>takes from %1: %2 left</source>
        <translation>从 %1 取出，还剩 %2 项</translation>
    </message>
    <message>
        <source>finds %1 full</source>
        <translation>发现 %1 已满</translation>
    </message>
    <message>
        <source>finds %1 empty</source>
        <translation>发现 %1 是空的</translation>
    </message>
    <message>
        <source>reads %1: %2</source>
        <translation>读 %1：%2</translation>
    </message>
    <message>
        <source>writes %1: %2</source>
        <translation>写 %1：%2</translation>
    </message>
    <message>
        <source>%1 changes its state</source>
        <translation>%1 的状态改变</translation>
    </message>
    <message>
        <source>forks process %1</source>
        <translation>用 fork 创建进程 %1</translation>
    </message>
    <message>
        <source>its process exits with status %1</source>
        <translation>它的进程退出，状态 %1</translation>
    </message>
    <message>
        <source>is reaped with status %1</source>
        <translation>被回收，状态 %1</translation>
    </message>
    <message>
        <source>sends signal %1 to %2</source>
        <translation>向 %2 发送信号 %1</translation>
    </message>
    <message>
        <source>its new parent is process %1</source>
        <translation>新的父进程是 %1</translation>
    </message>
    <message>
        <source>sends message %1</source>
        <translation>发送消息 %1</translation>
    </message>
    <message>
        <source>receives message %1</source>
        <translation>收到消息 %1</translation>
    </message>
    <message>
        <source>adds to %1 in one step: %2</source>
        <translation>一步完成给 %1 的加法：%2</translation>
    </message>
    <message>
        <source>is one of those who alone act on %1</source>
        <translation>是唯一能操作 %1 的成员之一</translation>
    </message>
    <message>
        <source>is made to give up waiting for %1</source>
        <translation>被迫放弃等待 %1</translation>
    </message>
    <message>
        <source>asks %1 for more than it claimed, or returns more than it has: refused</source>
        <translation>向 %1 请求超出声明的，或归还超出已有的：拒绝</translation>
    </message>
    <message>
        <source>%1 has %2 units of %3</source>
        <translation>%1 有 %2 个 %3</translation>
    </message>
    <message>
        <source>claims at most %1 of %2 of %3</source>
        <comment>units, their kind, a bank</comment>
        <translation>声明最多要 %1 个 %2（%3）</translation>
    </message>
    <message>
        <source>asks for %1 of %2 of %3</source>
        <comment>units, their kind, a bank</comment>
        <translation>请求 %1 个 %2（%3）</translation>
    </message>
    <message>
        <source>returns %1 of %2 to %3</source>
        <comment>units, their kind, a bank</comment>
        <translation>归还 %1 个 %2 给 %3</translation>
    </message>
    <message>
        <source>%1 grants it: %2 units left</source>
        <translation>%1 准许：还剩 %2 个</translation>
    </message>
    <message>
        <source>%1 has too few: it waits</source>
        <translation>%1 不够：等待</translation>
    </message>
    <message>
        <source>%1 has them, but granting is unsafe: it waits</source>
        <translation>%1 有，但给了不安全：等待</translation>
    </message>
    <message>
        <source>%1 refuses: more than was claimed</source>
        <translation>%1 拒绝：超出声明</translation>
    </message>
    <message>
        <source>asks how full %1 is: %2 in it</source>
        <translation>询问 %1 有多满：有 %2 项</translation>
    </message>
    <message>
        <source>is to be cancelled</source>
        <translation>将被取消</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 被取消</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <comment>a generator&apos;s frame</comment>
        <translation>%1 继续执行</translation>
    </message>
    <message>
        <source>%1 yields %2</source>
        <comment>a generator&apos;s frame</comment>
        <translation>%1 产出 %2</translation>
    </message>
    <message>
        <source>%1 delegates to %2</source>
        <translation>%1 委托给 %2</translation>
    </message>
    <message>
        <source>%1 returns %2</source>
        <comment>a generator&apos;s frame</comment>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>%1 fails: %2</source>
        <comment>a generator&apos;s frame</comment>
        <translation>%1 出错：%2</translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <comment>a generator&apos;s frame</comment>
        <translation>%1 关闭</translation>
    </message>
    <message>
        <source>%1 switches to %2</source>
        <translation>%1 切换到 %2</translation>
    </message>
    <message>
        <source>leaves %1 without the others: %2 there</source>
        <translation>不等其他人就离开 %1：有 %2 个到场</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>a GIF shows the timeline as time goes on: choose the timeline, or another kind of file</source>
        <translation>GIF 显示时间线随时间的变化：选择时间线，或换一种文件</translation>
    </message>
    <message>
        <source>a GIF is for a screen, not for paper: choose a slide or a square, or another kind of file</source>
        <translation>GIF 用于屏幕，不用于纸张：选择幻灯片或方形，或换一种文件</translation>
    </message>
    <message>
        <source>nothing has run yet: an animation needs a run</source>
        <translation>还没有运行过：动画需要一次运行</translation>
    </message>
    <message>
        <source>there is not enough memory for an animation of this size; choose a smaller one</source>
        <translation>内存不够做这么大的动画；选择小一些的尺寸</translation>
    </message>
    <message>
        <source>the animation could not be written: no reason was given</source>
        <translation>动画无法写入：没有给出原因</translation>
    </message>
    <message>
        <source>the animation could not be written: {}</source>
        <translation>动画无法写入：{}</translation>
    </message>
    <message>
        <source>there are no runs to compare: a picture of a comparison needs a scenario that compares, or two runs</source>
        <translation>没有可以对比的运行：对比图片需要一个做对比的场景，或两次运行</translation>
    </message>
    <message>
        <source>a strip has 1 to {} moments, not {}</source>
        <translation>组图有 1 到 {} 个时刻，不能是 {} 个</translation>
    </message>
    <message>
        <source>an animation has 1 to {:g} frames a second, not {:g}</source>
        <translation>动画每秒 1 到 {:g} 帧，不能是 {:g} 帧</translation>
    </message>
    <message>
        <source>an animation lasts 0.5 to {:g} seconds, not {:g}</source>
        <translation>动画长 0.5 到 {:g} 秒，不能是 {:g} 秒</translation>
    </message>
    <message>
        <source>an animation&apos;s range ends after it begins: give the earlier moment first</source>
        <translation>动画的范围要先开始、后结束：先写较早的时刻</translation>
    </message>
    <message>
        <source>cannot tell what to write to &apos;{}&apos;: give it a name that ends in .png, .svg, .pdf, .gif, .csv or .json (Chrome trace)</source>
        <translation>看不出要向“{}”写什么：文件名要以 .png、.svg、.pdf、.gif、.csv 或 .json（Chrome 跟踪文件）结尾</translation>
    </message>
    <message>
        <source>a picture&apos;s scale goes from {} to {}, not {:g}</source>
        <translation>图片的缩放是 {} 到 {}，不能是 {:g}</translation>
    </message>
    <message>
        <source>a picture of {}x{} is too small to read; the smallest is {}x{}</source>
        <translation>{}x{} 的图片太小，看不清；最小是 {}x{}</translation>
    </message>
    <message>
        <source>a picture of {}x{} at scale {:g} would be {:.0f} pixels long; at most {} (8K) are drawn</source>
        <translation>{}x{} 的图片缩放 {:g} 时长边有 {:.0f} 像素；最多画 {} 像素（8K）</translation>
    </message>
    <message>
        <source>{} takes a time such as 0.5s or 200ms, not &apos;{}&apos;</source>
        <translation>{} 要写成时间，例如 0.5s 或 200ms，不能是“{}”</translation>
    </message>
    <message>
        <source>{} takes a range such as 0.5s..2s, not &apos;{}&apos;</source>
        <translation>{} 要写成范围，例如 0.5s..2s，不能是“{}”</translation>
    </message>
    <message>
        <source>a strip</source>
        <translation>组图</translation>
    </message>
    <message>
        <source>--moments takes a number, times such as 0.5s,1.2s, turning-points or steps, not &apos;{}&apos;</source>
        <translation>--moments 可以是个数、时间（例如 0.5s,1.2s）、turning-points 或 steps，不能是“{}”</translation>
    </message>
    <message>
        <source>Qt could not make a {} picture</source>
        <translation>Qt 无法生成 {} 图片</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of this size; choose a smaller one</source>
        <translation>内存不够画这么大的图片；选择小一些的尺寸</translation>
    </message>
    <message>
        <source>libpng could not make a .png picture: it is out of memory</source>
        <translation>libpng 无法生成 .png 图片：内存不够</translation>
    </message>
    <message>
        <source>libpng could not make a .png picture: {}</source>
        <translation>libpng 无法生成 .png 图片：{}</translation>
    </message>
    <message>
        <source>there is no step {}: this scenario has {}</source>
        <translation>没有第 {} 步：这个场景共有 {} 步</translation>
    </message>
    <message>
        <source>this run does not have the moment of step {}</source>
        <translation>这次运行里没有第 {} 步的时刻</translation>
    </message>
    <message>
        <source>there is no preset &apos;{}&apos;; the presets are {}</source>
        <translation>没有预设“{}”；可用的预设是 {}</translation>
    </message>
    <message>
        <source>stopped before it was finished: nothing was written</source>
        <translation>没有完成就停止了：什么都没有写入</translation>
    </message>
    <message>
        <source>cannot make a temporary folder for the picture</source>
        <translation>无法为图片建立临时文件夹</translation>
    </message>
    <message>
        <source>this scenario has no steps: choose the moments by number or by time</source>
        <translation>这个场景没有步骤：按个数或按时间选择时刻</translation>
    </message>
    <message>
        <source>this run has none of the lesson&apos;s steps: choose the moments by number or by time</source>
        <translation>这次运行里没有讲解中的任何一步：按个数或按时间选择时刻</translation>
    </message>
    <message>
        <source>nothing has run yet: a strip needs a run</source>
        <translation>还没有运行过：组图需要一次运行</translation>
    </message>
    <message>
        <source>{} moments do not fit on a page of {} × {}: choose fewer, more columns, or a larger page</source>
        <translation>{} 个时刻放不进 {} × {} 的页面：减少时刻、增加列数，或换更大的页面</translation>
    </message>
    <message>
        <source>the window does not fit into {}x{}; choose at least {}x{}</source>
        <translation>窗口放不进 {}x{}；至少选择 {}x{}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>cannot ask how many files may be open</source>
        <translation>无法查询可以打开多少个文件</translation>
    </message>
    <message>
        <source>this system lets a program have {} files open, and {} are needed: choose fewer, or raise the limit (ulimit -n)</source>
        <translation>本系统允许一个程序打开 {} 个文件，而这里需要 {} 个：减少数目，或提高上限（ulimit -n）</translation>
    </message>
    <message>
        <source>more files may not be open</source>
        <translation>无法打开更多文件</translation>
    </message>
    <message>
        <source>it has changed while it was copied</source>
        <translation>复制期间它有改动</translation>
    </message>
    <message>
        <source>it is no file any more</source>
        <translation>它已不再是文件</translation>
    </message>
    <message>
        <source>the disk is full; make room or choose another place</source>
        <translation>磁盘已满；腾出空间，或换一个位置</translation>
    </message>
    <message>
        <source>your disk quota is used up; make room or choose another place</source>
        <translation>你的磁盘配额已用完；腾出空间，或换一个位置</translation>
    </message>
    <message>
        <source>you may not write in &apos;{}&apos;; choose another folder</source>
        <translation>你无权在“{}”中写入；换一个文件夹</translation>
    </message>
    <message>
        <source>the file system is read-only; choose another place</source>
        <translation>文件系统是只读的；换一个位置</translation>
    </message>
    <message>
        <source>the folder &apos;{}&apos; does not exist; create it or choose another one</source>
        <translation>文件夹“{}”不存在；先建立它，或换一个文件夹</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not a folder; choose another place</source>
        <translation>“{}”不是文件夹；换一个位置</translation>
    </message>
    <message>
        <source>it is a folder; add a file name</source>
        <translation>它是文件夹；加上文件名</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>名称太长；换一个短些的</translation>
    </message>
    <message>
        <source>whoever was reading it has gone away</source>
        <translation>读取它的一方已离开</translation>
    </message>
    <message>
        <source>the file system takes no file of this size; choose another place</source>
        <translation>文件系统放不下这么大的文件；换一个位置</translation>
    </message>
    <message>
        <source>cannot write &apos;{}&apos;: {}</source>
        <translation>无法写入“{}”：{}</translation>
    </message>
    <message>
        <source>cannot write a file without a name</source>
        <translation>没有文件名，无法写入</translation>
    </message>
    <message>
        <source>cannot write &apos;{}&apos;: the file is write-protected; choose another name</source>
        <translation>无法写入“{}”：文件有写保护；换一个名称</translation>
    </message>
    <message>
        <source>it is neither a file, nor a folder, nor a link</source>
        <translation>它既不是文件，也不是文件夹或链接</translation>
    </message>
    <message>
        <source>{} is no folder that can be read</source>
        <translation>{} 不是可以读取的文件夹</translation>
    </message>
    <message>
        <source>cannot map the arena of the run into memory</source>
        <translation>无法把本次运行的共享内存映射进来</translation>
    </message>
    <message>
        <source>cannot map the file into memory</source>
        <translation>无法把文件映射到内存</translation>
    </message>
    <message>
        <source>{} cannot be opened</source>
        <translation>无法打开 {}</translation>
    </message>
    <message>
        <source>{} cannot be read</source>
        <translation>无法读取 {}</translation>
    </message>
    <message>
        <source>{} cannot be opened: it has more than {} bytes</source>
        <translation>无法打开 {}：它超过 {} 字节</translation>
    </message>
    <message>
        <source>cannot make a temporary folder</source>
        <translation>无法建立临时文件夹</translation>
    </message>
    <message>
        <source>cannot make a temporary folder in {}: set TMPDIR to one where files may be made</source>
        <translation>无法在 {} 中建立临时文件夹：把 TMPDIR 设为可以建立文件的文件夹</translation>
    </message>
    <message>
        <source>{} exists already, and nothing is ever overwritten: name a folder that is not there yet</source>
        <translation>{} 已存在，而已有的内容从不覆盖：指定一个还不存在的文件夹</translation>
    </message>
    <message>
        <source>nothing can be copied to {}</source>
        <translation>无法复制到 {}</translation>
    </message>
    <message>
        <source>no folder can be made in {}</source>
        <translation>无法在 {} 中建立文件夹</translation>
    </message>
    <message>
        <source>the folder {} cannot be copied</source>
        <translation>无法复制文件夹 {}</translation>
    </message>
    <message>
        <source>{} is no folder: name one to copy</source>
        <translation>{} 不是文件夹：指定一个要复制的文件夹</translation>
    </message>
    <message>
        <source>{} lies in {}, which cannot be copied into itself: name a place outside of it</source>
        <translation>{} 位于 {} 之内，文件夹不能复制到它自己里面：指定一个在它之外的位置</translation>
    </message>
    <message>
        <source>cannot make the folder {}</source>
        <translation>无法建立文件夹 {}</translation>
    </message>
    <message>
        <source>cannot open the folder {}</source>
        <translation>无法打开文件夹 {}</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>closed: returned</source>
        <translation>已关闭：返回</translation>
    </message>
    <message>
        <source>closed: failed</source>
        <translation>已关闭：出错</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>in: next()</source>
        <translation>传入：next()</translation>
    </message>
    <message>
        <source>in: send(%1)</source>
        <translation>传入：send(%1)</translation>
    </message>
    <message>
        <source>in: error %1</source>
        <translation>传入：错误 %1</translation>
    </message>
    <message>
        <source>in: close()</source>
        <translation>传入：close()</translation>
    </message>
    <message>
        <source>in: switch(%1)</source>
        <translation>传入：switch(%1)</translation>
    </message>
    <message>
        <source>in: returned %1</source>
        <translation>传入：返回值 %1</translation>
    </message>
    <message>
        <source>delegates to %1</source>
        <translation>委托给 %1</translation>
    </message>
    <message>
        <source>out: %1</source>
        <translation>传出：%1</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>{}={} is out of place in job {}: give a number of ms from {} to {}</source>
        <translation>作业 {2} 的 {0}={1} 不合适：应为 {3} 到 {4} 之间的毫秒数</translation>
    </message>
    <message>
        <source>{}={} is out of place in job {}: give a whole number from {} to {}</source>
        <translation>作业 {2} 的 {0}={1} 不合适：应为 {3} 到 {4} 之间的整数</translation>
    </message>
    <message>
        <source>job {} begins with io: a job begins with cpu</source>
        <translation>作业 {} 以 io 开始：作业应以 cpu 开始</translation>
    </message>
    <message>
        <source>job {} has no &apos;{}&apos;: it takes {}</source>
        <translation>作业 {} 没有“{}”这一项；可用的是 {}</translation>
    </message>
    <message>
        <source>job {} computes nothing: give it cpu=…</source>
        <translation>作业 {} 没有任何计算：应给出 cpu=…</translation>
    </message>
    <message>
        <source>job {} ends with io: a job ends with cpu</source>
        <translation>作业 {} 以 io 结束：作业应以 cpu 结束</translation>
    </message>
    <message>
        <source>there are no jobs: give at least one</source>
        <translation>没有作业：至少给出一个</translation>
    </message>
    <message>
        <source>{} jobs are too many: give at most {}</source>
        <translation>{} 个作业太多：最多 {} 个</translation>
    </message>
    <message>
        <source>two jobs are called {}: give each its own name</source>
        <translation>有两个作业都叫 {}：每个作业的名称应不同</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in job {} is no key=value: it takes {}</source>
        <translation>作业 {1} 中的“{0}”不是 key=value；可用的是 {2}</translation>
    </message>
    <message>
        <source>{}: job {} is no object {{&quot;name&quot;: …, &quot;cpu&quot;: …}}</source>
        <translation>{}：作业 {} 不是对象 {{&quot;name&quot;: …, &quot;cpu&quot;: …}}</translation>
    </message>
    <message>
        <source>{}: the bursts of job {} are no list [5, 3, 4]</source>
        <translation>{}：作业 {} 的 bursts 不是列表 [5, 3, 4]</translation>
    </message>
    <message>
        <source>{} is no JSON: give a list of jobs, [{{&quot;name&quot;: &quot;A&quot;, &quot;cpu&quot;: 5}}]</source>
        <translation>{} 不是 JSON：应为作业列表，如 [{{&quot;name&quot;: &quot;A&quot;, &quot;cpu&quot;: 5}}]</translation>
    </message>
    <message>
        <source>{} holds no list of jobs: give [{{&quot;name&quot;: &quot;A&quot;, &quot;cpu&quot;: 5}}]</source>
        <translation>{} 中没有作业列表：应写成 [{{&quot;name&quot;: &quot;A&quot;, &quot;cpu&quot;: 5}}]</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>a number of ms from {} to {}</source>
        <translation>{} 到 {} 之间的毫秒数</translation>
    </message>
    <message>
        <source>a number of ms from 0 (equals do not take turns) to {}</source>
        <translation>0 到 {} 之间的毫秒数（0 表示优先级相同的不轮流）</translation>
    </message>
    <message>
        <source>a number of ms from {} to {}, or one for each queue: 10/20/40</source>
        <translation>{} 到 {} 之间的毫秒数，或每个队列各给一个：10/20/40</translation>
    </message>
    <message>
        <source>a whole number of slices from 1 to {}, or one for each queue: 1/2/4</source>
        <translation>1 到 {} 个时间片（整数），或每个队列各给一个：1/2/4</translation>
    </message>
    <message>
        <source>a whole number from 1 to {}</source>
        <translation>1 到 {} 之间的整数</translation>
    </message>
    <message>
        <source>a number of ms from 0 (never) to {}</source>
        <translation>0 到 {} 之间的毫秒数（0 表示从不）</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>{} has no option &apos;{}&apos;: it takes none</source>
        <translation>{} 没有选项“{}”：它不带选项</translation>
    </message>
    <message>
        <source>{} has no option &apos;{}&apos;: it takes {}</source>
        <translation>{} 没有选项“{}”；可用的是 {}</translation>
    </message>
    <message>
        <source>there is no policy &apos;{}&apos;: choose {}</source>
        <translation>没有调度策略“{}”；可用的是 {}</translation>
    </message>
    <message>
        <source>{}={} is out of place for {}: give {}</source>
        <translation>{2} 的选项 {0}={1} 不合适：应为 {3}</translation>
    </message>
    <message>
        <source>{} names {} queues, but there are {}: give one value, or one for each</source>
        <translation>{} 写了 {} 个队列，但共有 {} 个：应给一个值，或每个队列各给一个</translation>
    </message>
    <message>
        <source>job {} wants core {}, but there are {}: cores are counted from 0</source>
        <translation>作业 {} 要求核心 {}，但只有 {} 个核心：核心从 0 数起</translation>
    </message>
    <message>
        <source>job {} wants core {}: that needs a queue for each core (ready-queues=per-core)</source>
        <translation>作业 {} 要求核心 {}：这需要每个核心各有一个队列（ready-queues=per-core）</translation>
    </message>
    <message>
        <source>the tasks go on for ever without time passing: in virtual time only compute and sleep take time</source>
        <translation>任务一直运行，时间却不前进：虚拟时间中只有 compute 和 sleep 消耗时间</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>What to look at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Why it happens</source>
        <translation>为什么会这样</translation>
    </message>
    <message>
        <source>What to try next</source>
        <translation>再试试</translation>
    </message>
    <message>
        <source>Often said</source>
        <translation>常见说法</translation>
    </message>
    <message>
        <source>In fact</source>
        <translation>实际</translation>
    </message>
</context>
<context>
    <name>LessonCheck</name>
    <message>
        <source>this scenario has no lesson yet</source>
        <translation>本场景还没有讲解步骤</translation>
    </message>
    <message>
        <source>the lesson fits this run</source>
        <translation>讲解与本次运行相符</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>when</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not exactly one of the choices holds</source>
        <translation>成立的选项不是恰好一个</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>at</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>about</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>瞬间</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>this run has no moment for step %1</source>
        <translation>本次运行中找不到第 %1 步的瞬间</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>LessonWords</name>
    <message>
        <source>place</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>pace</source>
        <translation>步调</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>set</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>may be</source>
        <translation>可取</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Try next</source>
        <translation>再试试</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>运行方式</translation>
    </message>
</context>
<context>
    <name>LoopWords</name>
    <message>
        <source>before its first turn</source>
        <translation>第一轮之前</translation>
    </message>
    <message>
        <source>turn %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>begins: %1 ready</source>
        <translation>开始：就绪 %1</translation>
    </message>
    <message>
        <source>timers due: %1</source>
        <translation>到期定时器 %1</translation>
    </message>
    <message>
        <source>descriptors ready: %1</source>
        <translation>就绪描述符 %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>%1 后到期</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>已过期 %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>%1 has the loop</source>
        <translation>%1 占着事件循环</translation>
    </message>
    <message>
        <source>asleep: the first timer is %1</source>
        <comment>due in 0.50 s</comment>
        <translation>睡眠中：第一个定时器 %1</translation>
    </message>
    <message>
        <source>asleep, until it is woken</source>
        <translation>睡眠中，直到被唤醒</translation>
    </message>
    <message>
        <source>between two steps</source>
        <translation>两步之间</translation>
    </message>
    <message>
        <source>longest turn: number %1, %2</source>
        <translation>最长的一轮：第 %1 轮，%2</translation>
    </message>
    <message>
        <source>%1 blocked the loop for %2, in turn %3</source>
        <translation>%1 在第 %3 轮阻塞事件循环 %2</translation>
    </message>
    <message>
        <source>longest turn: number %1, %2, of %3</source>
        <translation>最长的一轮：第 %1 轮，%2，%3</translation>
    </message>
</context>
<context>
    <name>MetricTiles</name>
    <message>
        <source>core time</source>
        <translation>核心时间</translation>
    </message>
    <message>
        <source>Time that all of them together have spent on cores.</source>
        <translation>全部执行体占用核心的时间总和。</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>How often a core went from one to another, or to nobody.</source>
        <translation>核心从一个执行体换到另一个，或换为空闲的次数。</translation>
    </message>
    <message>
        <source>lock wait</source>
        <translation>等锁时间</translation>
    </message>
    <message>
        <source>Time that all of them together have waited for locks.</source>
        <translation>全部执行体等待锁的时间总和。</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Recorded up to this moment.</source>
        <translation>到这一时刻为止记录的事件数。</translation>
    </message>
    <message>
        <source>Created up to this moment.</source>
        <translation>到这一时刻为止创建的数目。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Makes the scenario&apos;s random choices repeatable.</source>
        <translation>让场景中的随机选择可以重现。</translation>
    </message>
    <message>
        <source>Told by the scenario itself.</source>
        <translation>由场景自己给出。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>turnaround</source>
        <translation>周转</translation>
    </message>
    <message>
        <source>response</source>
        <translation>响应</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences, one after the other; no space between them in Chinese</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 waits for %2, which it holds itself.</source>
        <translation>%1 等待 %2，而 %2 正由它自己持有。</translation>
    </message>
    <message>
        <source>%1 holds %2 and waits for %3. %4 holds %3 and waits for %2.</source>
        <translation>%1 持有 %2，等待 %3；%4 持有 %3，等待 %2。</translation>
    </message>
    <message>
        <source>%1 waits for %2. %2 waits for %1.</source>
        <translation>%1 等待 %2，%2 等待 %1。</translation>
    </message>
    <message>
        <source>%1 waits for %2, %2 waits for %3, %3 waits for %1.</source>
        <translation>%1 等待 %2，%2 等待 %3，%3 等待 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for each other in a circle: %1.</source>
        <translation>
            <numerusform>%n 个执行体首尾相接地互相等待：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>It can never continue.</source>
        <translation>它再也无法继续。</translation>
    </message>
    <message>
        <source>Neither can ever continue.</source>
        <translation>谁也无法继续。</translation>
    </message>
    <message>
        <source>None of them can ever continue.</source>
        <translation>谁也无法继续。</translation>
    </message>
    <message>
        <source>Found %1 after the cycle closed.</source>
        <translation>环路闭合 %1 后即被发现。</translation>
    </message>
    <message>
        <source>Others go on all the same: %1.</source>
        <translation>其余照常运行：%1。</translation>
    </message>
    <message>
        <source>Ended by a deadlock after %1.</source>
        <translation>%1 后因死锁而结束。</translation>
    </message>
    <message>
        <source>You stopped the run after %1.</source>
        <translation>%1 后你停止了运行。</translation>
    </message>
    <message>
        <source>Time was up after %1: the run was ended.</source>
        <translation>%1 后时间已到，运行被终止。</translation>
    </message>
    <message>
        <source>Nobody can move any more, yet nothing proves a deadlock: the run has stalled.</source>
        <translation>谁也动不了，但没有证据表明是死锁：运行停滞了。</translation>
    </message>
    <message>
        <source>Those who wait could have been released by anybody, and nobody does it.</source>
        <translation>等待者本可由任何一方唤醒，却没有谁这样做。</translation>
    </message>
    <message>
        <source>The run broke off after %1.</source>
        <translation>%1 后运行异常中断。</translation>
    </message>
    <message>
        <source>Finished: %1, exactly as expected.</source>
        <translation>运行完成：%1，与应得的结果一致。</translation>
    </message>
    <message>
        <source>One update was lost: written over by somebody who had read the old value.</source>
        <translation>丢失 1 次更新：被读过旧值的一方覆盖了。</translation>
    </message>
    <message numerus="yes">
        <source>%n updates were lost: written over by somebody who had read the old value.</source>
        <translation>
            <numerusform>丢失 %n 次更新：被读过旧值的一方覆盖了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished: %1 instead of %2.</source>
        <translation>运行完成：应得 %2，实得 %1。</translation>
    </message>
    <message>
        <source>Finished after %1.</source>
        <translation>运行完成，用时 %1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a result&apos;s name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 stands at the gate, held by you.</source>
        <translation>%1 停在关口，被你拦住。</translation>
    </message>
    <message>
        <source>%1 stand at the gate, held by you.</source>
        <translation>%1 停在关口，被你拦住。</translation>
    </message>
    <message>
        <source>This run is steered, so that a rare interleaving is seen for sure.</source>
        <translation>这是编排运行，为的是让罕见的交错一定出现。</translation>
    </message>
    <message>
        <source>%1 makes its move, while the script holds %2.</source>
        <translation>%1 走下一步，脚本拦住 %2。</translation>
    </message>
    <message>
        <source>The script holds %1 until it is their turn.</source>
        <translation>脚本拦住 %1，直到轮到它。</translation>
    </message>
    <message>
        <source>%1 was preempted. %2 runs now: %3.</source>
        <translation>%1 被抢占。现在运行 %2：%3。</translation>
    </message>
    <message>
        <source>%1 gave way. %2 runs now: %3.</source>
        <translation>%1 主动让出。现在运行 %2：%3。</translation>
    </message>
    <message>
        <source>%1 has used up its time slice. %2 runs now: %3.</source>
        <translation>%1 的时间片用完。现在运行 %2：%3。</translation>
    </message>
    <message>
        <source>Ready, longest first: %1.</source>
        <translation>就绪（等得最久的在前）：%1。</translation>
    </message>
    <message>
        <source>%1 on core %2</source>
        <comment>an actor and the number of a core</comment>
        <translation>%1 在核心 %2</translation>
    </message>
    <message>
        <source>%1 run in parallel, each on a core of its own.</source>
        <translation>%1 并行运行，各占一个核心。</translation>
    </message>
    <message>
        <source>%1 are running.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a list made into a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 is running.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>%1 is running: %2.</source>
        <comment>%2 is what it does</comment>
        <translation>%1 正在运行：%2。</translation>
    </message>
    <message>
        <source>On core %1, for %2 so far.</source>
        <translation>在核心 %1 上，已运行 %2。</translation>
    </message>
    <message>
        <source>%1 sleeps.</source>
        <translation>%1 在睡眠。</translation>
    </message>
    <message>
        <source>%1 sleep.</source>
        <translation>%1 在睡眠。</translation>
    </message>
    <message>
        <source>Whoever sleeps needs no core.</source>
        <translation>睡眠不占用核心。</translation>
    </message>
    <message>
        <source>%1 is ready and waits for a core.</source>
        <translation>%1 已就绪，等待核心。</translation>
    </message>
    <message>
        <source>%1 are ready and wait for a core.</source>
        <translation>%1 已就绪，等待核心。</translation>
    </message>
    <message>
        <source>Just created: %1.</source>
        <translation>刚刚创建：%1。</translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation>运行开始。</translation>
    </message>
    <message>
        <source>All have ended.</source>
        <translation>全部结束。</translation>
    </message>
    <message>
        <source>Nobody is running.</source>
        <translation>没有谁在运行。</translation>
    </message>
    <message>
        <source>%1 overwrote %2&apos;s update of %3: 1 lost.</source>
        <translation>%1 覆盖了 %2 对 %3 的更新：丢失 1 次。</translation>
    </message>
    <message numerus="yes">
        <source>%1 overwrote %2&apos;s update of %3: %n lost so far.</source>
        <translation>
            <numerusform>%1 覆盖了 %2 对 %3 的更新：至此丢失 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 had read %3 before %2 wrote it, and now wrote back what it made of the old value.</source>
        <translation>%1 在 %2 写入之前就读了 %3，现在又把根据旧值算出的结果写了回去。</translation>
    </message>
    <message>
        <source>%1 is full (%2 of %3): %4 waits until an item is taken.</source>
        <translation>%1 已满（%2/%3）：%4 等待有项被取走。</translation>
    </message>
    <message>
        <source>%1 is full (%2 of %3): %4 wait until items are taken.</source>
        <translation>%1 已满（%2/%3）：%4 等待有项被取走。</translation>
    </message>
    <message>
        <source>%1 is empty: %2 waits until an item is put.</source>
        <translation>%1 空了：%2 等待有项放入。</translation>
    </message>
    <message>
        <source>%1 is empty: %2 wait until items are put.</source>
        <translation>%1 空了：%2 等待有项放入。</translation>
    </message>
    <message>
        <source>Whoever produces faster than others consume is held back by the queue&apos;s capacity.</source>
        <translation>生产快于消费时，队列的容量会让生产者停下来等。</translation>
    </message>
    <message>
        <source>Whoever consumes faster than others produce sleeps meanwhile, and burns no core.</source>
        <translation>消费快于生产时，消费者在等待中休眠，不占用核心。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which has just become free.</source>
        <translation>%1 等待 %2，它刚刚空出来。</translation>
    </message>
    <message>
        <source>%1 wait for %2, which has just become free.</source>
        <translation>%1 等待 %2，它刚刚空出来。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 holds.</source>
        <translation>%1 等待 %2，%2 由 %3 持有。</translation>
    </message>
    <message>
        <source>%1 wait for %2, which %3 holds.</source>
        <translation>%1 等待 %2，%2 由 %3 持有。</translation>
    </message>
    <message>
        <source>Waiting for %1 so far. %2 meanwhile: %3.</source>
        <comment>a duration, the owner, its state</comment>
        <translation>至今已等待 %1。此时 %2：%3。</translation>
    </message>
    <message>
        <source>Waiting for %1 so far.</source>
        <translation>至今已等待 %1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>an actor and its state</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 waits for the end of %2.</source>
        <translation>%1 等待 %2 结束。</translation>
    </message>
    <message>
        <source>%1: finished after %2.</source>
        <comment>one of several runs that are compared</comment>
        <translation>%1：运行完成，用时 %2。</translation>
    </message>
    <message>
        <source>%1 take turns on one core.</source>
        <translation>%1 在一个核心上轮流运行。</translation>
    </message>
    <message>
        <source>%1 take turns on %2 cores.</source>
        <translation>%1 在 %2 个核心上轮流运行。</translation>
    </message>
    <message>
        <source>When a slice is over, the core goes to another. Pause to see why it was that one.</source>
        <translation>时间片一用完，核心就交给另一个。暂停即可看到为什么选中它。</translation>
    </message>
    <message>
        <source>Its number, or a click on its lane, lets one make its next move; Resume lets all go.</source>
        <translation>按它的编号，或点击它的泳道，就让它走下一步；“继续”会放行全部。</translation>
    </message>
    <message>
        <source>A signal killed the whole process after %1, and every thread in it.</source>
        <translation>运行 %1 后，一个信号终止了整个进程，其中的线程无一幸免。</translation>
    </message>
    <message>
        <source>This window is a process of its own, and lives.</source>
        <translation>这个窗口是另一个进程，不受影响。</translation>
    </message>
    <message>
        <source>%1 waits for %2. Only %3 could end that, and %3 has ended.</source>
        <translation>%1 在等 %2。只有 %3 能结束这一等待，而 %3 已经结束。</translation>
    </message>
    <message>
        <source>Nobody is left who could end the wait of: %1.</source>
        <translation>再没有谁能结束这些等待：%1。</translation>
    </message>
    <message>
        <source>Found %1 later.</source>
        <translation>%1 之后发现。</translation>
    </message>
    <message>
        <source>%1 has the priority of %2 until it gives %3 back.</source>
        <comment>the owner, who waits, the lock</comment>
        <translation>%1 以 %2 的优先级运行，直到归还 %3。</translation>
    </message>
    <message>
        <source>%1: free, and wanted by %2.</source>
        <comment>a lock, then those who wait for it</comment>
        <translation>%1 空闲，%2 正要得到它。</translation>
    </message>
    <message>
        <source>%1 has the %2 and may go on; %3 waits for it.</source>
        <translation>%1 拿着 %2，可以前进；%3 在等它。</translation>
    </message>
    <message>
        <source>%1 has the %2 and may go on; %3 wait for it.</source>
        <translation>%1 拿着 %2，可以前进；%3 在等它。</translation>
    </message>
    <message>
        <source>Cores that stand idle meanwhile help nobody: there is one interpreter lock.</source>
        <translation>这时有核心空着也没有用：解释器锁只有一把。</translation>
    </message>
    <message>
        <source>%1 take turns: one at a time has the %2.</source>
        <translation>%1 轮流前进：同一时刻只有一个拿着 %2。</translation>
    </message>
    <message>
        <source>Who has waited for it for the switch interval asks, and the holder gives it up.</source>
        <translation>谁等满了切换间隔，就提出请求，持有者便把它交出来。</translation>
    </message>
    <message>
        <source>%1 wait for units of %2 that only they have themselves.</source>
        <translation>%1 都在等 %2 的资源，而这些资源正在它们自己手里。</translation>
    </message>
</context>
<context>
    <name>PickWords</name>
    <message>
        <source>the shortest job, %1</source>
        <translation>作业最短，%1</translation>
    </message>
    <message>
        <source>the shortest time left, %1</source>
        <translation>剩余时间最短，%1</translation>
    </message>
    <message>
        <source>first in the topmost queue that is not empty, queue %1</source>
        <translation>最高的非空队列中的第一个，队列 %1</translation>
    </message>
    <message>
        <source>its ticket was drawn, number %1</source>
        <translation>抽中了它的彩票，%1 号</translation>
    </message>
    <message>
        <source>the least pass, %1</source>
        <translation>行程值最小，%1</translation>
    </message>
    <message>
        <source>the least virtual run time, %1</source>
        <translation>虚拟运行时间最少，%1</translation>
    </message>
    <message>
        <source>the earliest deadline</source>
        <translation>截止时间最早</translation>
    </message>
    <message>
        <source>none of those ready has a deadline</source>
        <translation>就绪的任务都没有截止时间</translation>
    </message>
    <message>
        <source>it came first</source>
        <translation>它最先到</translation>
    </message>
    <message>
        <source>its turn has come</source>
        <translation>轮到它了</translation>
    </message>
    <message>
        <source>nobody else is ready</source>
        <translation>没有其他就绪的任务</translation>
    </message>
    <message>
        <source>%1 runs on core %2: %3.</source>
        <translation>%1 在核心 %2 上运行：%3。</translation>
    </message>
    <message>
        <source>The earlier arrival broke the tie.</source>
        <translation>相同时先到者优先。</translation>
    </message>
    <message>
        <source>The order of the list broke the tie.</source>
        <translation>相同时按列表顺序。</translation>
    </message>
    <message>
        <source>It was stolen from another core&apos;s queue.</source>
        <translation>它是从另一个核心的队列窃取来的。</translation>
    </message>
    <message>
        <source>the most urgent of those ready, priority %1</source>
        <translation>就绪任务中最紧急的，优先级 %1</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>%1 lanes do not fit</source>
        <translation>有 %1 行放不下</translation>
    </message>
</context>
<context>
    <name>ProcessWords</name>
    <message>
        <source>reaped</source>
        <translation>已回收</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>state R of a process: runs or is ready to</comment>
        <translation>运行</translation>
    </message>
    <message>
        <source>sleeps</source>
        <comment>state S of a process</comment>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>idle</source>
        <comment>state I of a process</comment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>disk</source>
        <comment>state D of a process: sleeps and cannot be disturbed</comment>
        <translation>等待磁盘</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>state T of a process</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>zombie</source>
        <comment>state Z of a process</comment>
        <translation>僵尸</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 own · %3 shared</source>
        <comment>threads, memory</comment>
        <translation>%1 · 独占 %2 · 共享 %3</translation>
    </message>
    <message>
        <source>%1 own · %2 shared</source>
        <comment>memory</comment>
        <translation>独占 %1 · 共享 %2</translation>
    </message>
    <message>
        <source>%1 own</source>
        <comment>memory</comment>
        <translation>独占 %1</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>退出状态 %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>被 %1 终止</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>a signal, who sent it</comment>
        <translation>%2 发来的 %1</translation>
    </message>
    <message>
        <source>the runner</source>
        <translation>运行进程</translation>
    </message>
    <message>
        <source>began the run</source>
        <translation>发起这次运行</translation>
    </message>
    <message>
        <source>makes the run, looks after its processes</source>
        <translation>执行这次运行，照管其中的进程</translation>
    </message>
    <message>
        <source>makes the run</source>
        <translation>执行这次运行</translation>
    </message>
    <message>
        <source>%1, nobody has asked yet</source>
        <comment>how it ended</comment>
        <translation>%1，还没有人来问</translation>
    </message>
    <message>
        <source>%1, reaped by the runner</source>
        <comment>how it ended</comment>
        <translation>%1，由运行进程回收</translation>
    </message>
    <message>
        <source>%1, reaped by %2</source>
        <comment>how it ended, by whom it was asked</comment>
        <translation>%1，由 %2 回收</translation>
    </message>
    <message>
        <source>orphan, forked by %1</source>
        <translation>孤儿，由 %1 创建</translation>
    </message>
    <message>
        <source>orphan of %1</source>
        <translation>%1 留下的孤儿</translation>
    </message>
    <message>
        <source>orphan</source>
        <translation>孤儿</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>got %1 from %2</source>
        <comment>a signal, who sent it</comment>
        <translation>收到 %2 发来的 %1</translation>
    </message>
    <message>
        <source>got %1</source>
        <comment>a signal</comment>
        <translation>收到 %1</translation>
    </message>
</context>
<context>
    <name>ReadyRows</name>
    <message>
        <source>queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>优先级 %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>core %1</source>
        <translation>核心 %1</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>name a target, too: the folder that {} is to be copied to</source>
        <translation>还要指定目标：把 {} 复制到哪个文件夹</translation>
    </message>
    <message>
        <source>there is no scenario &apos;{}&apos;</source>
        <translation>没有场景“{}”</translation>
    </message>
    <message>
        <source>{} does not run on &apos;{}&apos;</source>
        <translation>{} 不能在“{}”上运行</translation>
    </message>
    <message>
        <source>{} starts no program anew</source>
        <translation>{} 不会重新启动程序</translation>
    </message>
    <message>
        <source>entry {} is no object: write {{&quot;scenario&quot;: &quot;locks/deadlock&quot;}}</source>
        <translation>第 {} 项不是对象：应写成 {{&quot;scenario&quot;: &quot;locks/deadlock&quot;}}</translation>
    </message>
    <message>
        <source>entry {} names no scenario: write {{&quot;scenario&quot;: &quot;locks/deadlock&quot;}}</source>
        <translation>第 {} 项没有写场景：应写成 {{&quot;scenario&quot;: &quot;locks/deadlock&quot;}}</translation>
    </message>
    <message>
        <source>processes, threads, workers, coroutines or virtual</source>
        <translation>processes、threads、workers、coroutines 或 virtual</translation>
    </message>
    <message>
        <source>free, steered or step</source>
        <translation>free、steered 或 step</translation>
    </message>
    <message>
        <source>entry {} has a seed that is no whole number from 0 on</source>
        <translation>第 {} 项的 seed 应为不小于 0 的整数</translation>
    </message>
    <message>
        <source>entry {} has &quot;{}&quot;, which nobody knows: there are scenario, runtime, pace, seed and params</source>
        <translation>第 {} 项中有未知的键“{}”：可用的是 scenario、runtime、pace、seed 和 params</translation>
    </message>
    <message>
        <source>entry {} has a {} that is no text in quotes</source>
        <translation>第 {} 项的 {} 不是带引号的文本</translation>
    </message>
    <message>
        <source>entry {} has the {} &quot;{}&quot;, which is none: write {}</source>
        <translation>第 {} 项的 {} 是“{}”，没有这种取值：应写 {}</translation>
    </message>
    <message>
        <source>entry {} has params that are no object: write {{&quot;work&quot;: 300}}</source>
        <translation>第 {} 项的 params 不是对象：应写成 {{&quot;work&quot;: 300}}</translation>
    </message>
    <message>
        <source>entry {} gives {} no single value: write a number, a text in quotes, true or false</source>
        <translation>第 {} 项没有给 {} 单个值：应写一个数、带引号的文本、true 或 false</translation>
    </message>
    <message>
        <source>its entries are no list: write &quot;entries&quot;: [{&quot;scenario&quot;: &quot;locks/deadlock&quot;}]</source>
        <translation>其中的 entries 不是列表：应写成 &quot;entries&quot;: [{&quot;scenario&quot;: &quot;locks/deadlock&quot;}]</translation>
    </message>
    <message>
        <source>it has {} entries, and at most {} are taken</source>
        <translation>它有 {} 项，最多只能有 {} 项</translation>
    </message>
    <message>
        <source>entry {}: {}</source>
        <translation>第 {} 项：{}</translation>
    </message>
    <message>
        <source>it is no lesson list: one begins with {{{}</source>
        <translation>它不是教案：教案以 {{{} 开头</translation>
    </message>
    <message>
        <source>it is of version {}, and this program knows version {} only: open it with a newer Interleave</source>
        <translation>它的版本是 {}，本程序只认识版本 {}：要用更新的 Interleave 打开</translation>
    </message>
    <message>
        <source>its version is not known: write {}</source>
        <translation>它的版本无法识别：应写成 {}</translation>
    </message>
    <message>
        <source>its title is no text in quotes</source>
        <translation>它的 title 不是带引号的文本</translation>
    </message>
    <message>
        <source>its title is too long: make it one short line</source>
        <translation>它的标题太长：应缩短为一行</translation>
    </message>
    <message>
        <source>it has &quot;{}&quot;, which nobody knows: there are title and entries</source>
        <translation>其中有未知的键“{}”：可用的是 title 和 entries</translation>
    </message>
    <message>
        <source>it has no entries: write &quot;entries&quot;: [{&quot;scenario&quot;: &quot;locks/deadlock&quot;}]</source>
        <translation>其中没有 entries：应写成 &quot;entries&quot;: [{&quot;scenario&quot;: &quot;locks/deadlock&quot;}]</translation>
    </message>
    <message>
        <source>line {}, column {}</source>
        <translation>第 {} 行第 {} 列</translation>
    </message>
    <message>
        <source>there is no scenario &quot;{}&quot;; `interleave list` names them all</source>
        <translation>没有场景“{}”；用 `interleave list` 可列出全部场景</translation>
    </message>
    <message>
        <source>{} does not run on {}; it runs on {}</source>
        <translation>{} 不能在 {} 上运行；可用的运行时：{}</translation>
    </message>
    <message>
        <source>{} has no pace &quot;{}&quot;; it has {}</source>
        <translation>{} 没有步调“{}”；可用的步调：{}</translation>
    </message>
    <message>
        <source>{} cannot be opened: {}</source>
        <translation>无法打开 {}：{}</translation>
    </message>
    <message>
        <source>{} cannot be opened: it is no JSON, {} is where it goes wrong</source>
        <translation>无法打开 {}：不是有效的 JSON（出错位置：{}）</translation>
    </message>
    <message>
        <source>cannot make a folder to copy: {}</source>
        <translation>无法创建要复制的文件夹：{}</translation>
    </message>
    <message>
        <source>{} has no parameter &apos;{}&apos;: it takes none</source>
        <translation>{} 没有参数“{}”：它不带参数</translation>
    </message>
    <message>
        <source>{} has no parameter &apos;{}&apos;: it takes {}</source>
        <translation>{} 没有参数“{}”；可用的是 {}</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} 到 {}</translation>
    </message>
    <message>
        <source>{} to {} {}</source>
        <translation>{} 到 {} {}</translation>
    </message>
    <message>
        <source>a whole number from {}</source>
        <translation>{} 的整数</translation>
    </message>
    <message>
        <source>a number from {}</source>
        <translation>{} 的数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>{} 之一</translation>
    </message>
    <message>
        <source>{}={} is out of place in {}: give {}</source>
        <translation>{2} 的参数 {0}={1} 不合适：应为 {3}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no option: give name=value, several separated by ;</source>
        <translation>“{}”不是选项：应写成 name=value，多个之间用“;”隔开</translation>
    </message>
    <message>
        <source>the system refuses a process for a server: {}</source>
        <translation>系统拒绝为服务器创建进程：{}</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>there is no room for more objects in one run (65,536)</source>
        <translation>一次运行容不下更多对象（65,536 个）</translation>
    </message>
    <message>
        <source>the system refuses the descriptors of an event loop</source>
        <translation>系统拒绝提供事件循环的描述符</translation>
    </message>
    <message>
        <source>the system does not watch a descriptor</source>
        <translation>系统无法监视描述符</translation>
    </message>
    <message>
        <source>recording context switches is forbidden here, though kernel.perf_event_paranoid is {}: a container&apos;s or sandbox&apos;s filter of system calls may be why</source>
        <translation>这里禁止记录上下文切换，尽管 kernel.perf_event_paranoid 为 {}：原因可能是容器或沙箱对系统调用的过滤</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>the kernel does not let this user record context switches (kernel.perf_event_paranoid is {}); to allow it: sudo sysctl kernel.perf_event_paranoid={}</source>
        <translation>内核不允许当前用户记录上下文切换（kernel.perf_event_paranoid：{}）；要允许，执行：sudo sysctl kernel.perf_event_paranoid={}</translation>
    </message>
    <message>
        <source>this kernel cannot record context switches: it was built without perf events</source>
        <translation>这个内核无法记录上下文切换：它构建时未包含 perf events</translation>
    </message>
    <message>
        <source>the kernel refused to record context switches: {}</source>
        <translation>内核拒绝记录上下文切换：{}</translation>
    </message>
    <message>
        <source>the kernel&apos;s memory for context-switch records is used up; close other programs that record, or: sudo sysctl kernel.perf_event_mlock_kb=4096</source>
        <translation>内核用于上下文切换记录的内存已用完；关闭其他在记录的程序，或执行：sudo sysctl kernel.perf_event_mlock_kb=4096</translation>
    </message>
    <message>
        <source>a queue has room for 1 to 1,048,576 items; 0 is as many as come</source>
        <translation>队列的容量为 1 到 1,048,576 项；0 表示来多少放多少</translation>
    </message>
    <message>
        <source>there is no room for more queues in the shared memory of the run</source>
        <translation>本次运行的共享内存容不下更多队列</translation>
    </message>
    <message>
        <source>there is no room for more in the shared memory of the run</source>
        <translation>本次运行的共享内存容不下更多内容</translation>
    </message>
    <message>
        <source>cannot look after processes whose parent ends</source>
        <translation>无法接管父进程已结束的进程</translation>
    </message>
    <message>
        <source>cannot watch the processes of the run</source>
        <translation>无法监视本次运行的各个进程</translation>
    </message>
    <message>
        <source>cannot watch a process of the run</source>
        <translation>无法监视本次运行的一个进程</translation>
    </message>
    <message>
        <source>the system refuses a process for {}: {} (there are {})</source>
        <translation>系统拒绝为 {} 建立进程：{}（现有 {} 个）</translation>
    </message>
    <message>
        <source>the order names a runtime that this runner does not know</source>
        <translation>指令中的运行方式是这个运行器不认识的</translation>
    </message>
    <message>
        <source>the order names a pace that this runner does not know</source>
        <translation>指令中的步调是这个运行器不认识的</translation>
    </message>
    <message>
        <source>the order asks for no cores or for no tempo</source>
        <translation>指令中没有核心，或没有速度</translation>
    </message>
    <message>
        <source>the order cannot be read: {}</source>
        <translation>无法读取指令：{}</translation>
    </message>
    <message>
        <source>there is no room for more actors in one run (262,144)</source>
        <translation>一次运行容不下更多执行体（262,144 个）</translation>
    </message>
    <message>
        <source>the system refuses a thread for {}: {}</source>
        <translation>系统拒绝为 {} 建立线程：{}</translation>
    </message>
    <message>
        <source>the system refuses a thread for {}: {} (there are {})</source>
        <translation>系统拒绝为 {} 建立线程：{}（现有 {} 个）</translation>
    </message>
    <message>
        <source>the system refuses a thread for the worker of core {}: {}</source>
        <translation>系统拒绝为核心 {} 建立工作线程：{}</translation>
    </message>
</context>
<context>
    <name>ScheduleReport</name>
    <message>
        <source>job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>turnaround</source>
        <translation>周转</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>textbook&apos;s turnaround</source>
        <translation>教科书周转</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>averages</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>%1 switches, %2 % of the CPU used, fairness %3</source>
        <translation>切换 %1 次，CPU 利用率 %2 %，公平性 %3</translation>
    </message>
    <message>
        <source>deadlines missed: %1</source>
        <translation>错过截止时间：%1</translation>
    </message>
</context>
<context>
    <name>ScheduleRows</name>
    <message>
        <source>job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>turnaround</source>
        <translation>周转</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>textbook</source>
        <translation>教科书</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>textbook, core %1</source>
        <translation>教科书，核心 %1</translation>
    </message>
    <message>
        <source>virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1，核心 %2</translation>
    </message>
    <message>
        <source>CPU used %1 %</source>
        <translation>CPU 利用率 %1 %</translation>
    </message>
    <message>
        <source>%1 jobs/s</source>
        <translation>每秒 %1 个作业</translation>
    </message>
    <message>
        <source>fairness %1 (Jain)</source>
        <translation>公平性 %1（Jain）</translation>
    </message>
    <message>
        <source>Measured turnarounds differ from the textbook&apos;s by at most %1.</source>
        <translation>实测周转时间与教科书最多相差 %1。</translation>
    </message>
    <message>
        <source>switches %1</source>
        <translation>切换 %1</translation>
    </message>
    <message>
        <source>migrations %1</source>
        <translation>迁移 %1</translation>
    </message>
    <message>
        <source>deadlines missed %1</source>
        <translation>错过截止时间 %1</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>cannot talk to the run&apos;s process</source>
        <translation>无法向本次运行的进程发送消息</translation>
    </message>
    <message>
        <source>cannot hear the run&apos;s process</source>
        <translation>无法接收本次运行的进程的消息</translation>
    </message>
    <message>
        <source>there is no scenario &quot;{}&quot;; `interleave list` names them all</source>
        <translation>没有场景“{}”；用 `interleave list` 可列出全部场景</translation>
    </message>
    <message>
        <source>{} virtual cores are too many; ask for at most {}</source>
        <translation>{} 个虚拟核心太多；最多 {} 个</translation>
    </message>
    <message>
        <source>{} cores are asked for, but this program may use {}; ask for fewer</source>
        <translation>要求了 {} 个核心，但本程序只能使用 {} 个；应减少核心数</translation>
    </message>
    <message>
        <source>{} does not run on {}; it runs on {}</source>
        <translation>{} 不能在 {} 上运行；可用的运行时：{}</translation>
    </message>
    <message>
        <source>{} has no pace &quot;{}&quot;; it has {}</source>
        <translation>{} 没有步调“{}”；可用的步调：{}</translation>
    </message>
    <message>
        <source>a tempo of {} is out of range; choose one from {} to {}</source>
        <translation>速度 {} 超出范围；应在 {} 到 {} 之间</translation>
    </message>
    <message>
        <source>a timeout has to be longer than nothing</source>
        <translation>时限必须大于 0</translation>
    </message>
    <message>
        <source>cannot make the control socket of the run</source>
        <translation>无法创建本次运行的控制套接字</translation>
    </message>
    <message>
        <source>the run&apos;s process was ended by signal {} ({})</source>
        <translation>本次运行的进程被信号 {}（{}）终止</translation>
    </message>
    <message>
        <source>the run&apos;s process left with exit status {}</source>
        <translation>本次运行的进程已退出，退出状态为 {}</translation>
    </message>
    <message>
        <source>cannot start interleave-runner, the program that makes runs: it is neither {} nor {}; install it again, or name it in INTERLEAVE_RUNNER</source>
        <translation>无法启动 interleave-runner（负责运行场景的程序）：{} 和 {} 都不可用；应重新安装，或用 INTERLEAVE_RUNNER 指定它</translation>
    </message>
    <message>
        <source>cannot start {}, the program that makes runs; build it, or name it in INTERLEAVE_RUNNER</source>
        <translation>无法启动 {}（负责运行场景的程序）；应先构建它，或用 INTERLEAVE_RUNNER 指定它</translation>
    </message>
    <message>
        <source>cannot find out where this program is</source>
        <translation>无法确定本程序所在的位置</translation>
    </message>
    <message>
        <source>cannot make the lifeline of the run</source>
        <translation>无法创建本次运行的生命线管道</translation>
    </message>
    <message>
        <source>cannot start {}: {}</source>
        <translation>无法启动 {}：{}</translation>
    </message>
    <message>
        <source>cannot watch the run&apos;s process: {}</source>
        <translation>无法监视本次运行的进程：{}</translation>
    </message>
    <message>
        <source>the run&apos;s process did not answer within 20 s; is the machine overloaded?</source>
        <translation>本次运行的进程 20 s 内没有应答；机器是否过载？</translation>
    </message>
    <message>
        <source>{} before the run began</source>
        <translation>运行开始之前，{}</translation>
    </message>
    <message>
        <source>the run made more actors than a trace has room for ({})</source>
        <translation>运行创建的执行体超出记录的容量（{}）</translation>
    </message>
    <message>
        <source>the run made more objects than a trace has room for ({})</source>
        <translation>运行创建的对象超出记录的容量（{}）</translation>
    </message>
    <message>
        <source>the run had more threads at once than a trace has room for ({})</source>
        <translation>运行同时存在的线程超出记录的容量（{}）</translation>
    </message>
    <message>
        <source>the run made more names and texts than a trace has room for (16 MiB)</source>
        <translation>运行产生的名称和文本超出记录的容量（16 MiB）</translation>
    </message>
    <message>
        <source>the run&apos;s queues and variables need more shared memory than there is</source>
        <translation>运行的队列和变量需要的共享内存不足</translation>
    </message>
    <message>
        <source>in virtual time nothing runs on a core: there is nothing that the kernel could tell</source>
        <translation>虚拟时间中没有任何东西在核心上运行：内核没有可提供的信息</translation>
    </message>
    <message>
        <source>context-switch records were turned off for this run</source>
        <translation>本次运行关闭了上下文切换记录</translation>
    </message>
    <message>
        <source>context switches are the kernel&apos;s own records; its wake-ups (tracepoints, root only) are not recorded</source>
        <translation>上下文切换取自内核自己的记录；不记录内核的唤醒（tracepoint，仅限 root）</translation>
    </message>
    <message>
        <source>everybody waits for somebody who waits, but no cycle of owners proves a deadlock</source>
        <translation>所有执行体都在互相等待，但没有持有关系的环可以证明死锁</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作线程</translation>
    </message>
    <message>
        <source>Coroutines</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Each actor is a process of its own; the kernel schedules them.</source>
        <translation>每个执行体是一个独立的进程，由内核调度。</translation>
    </message>
    <message>
        <source>Each actor is a thread of one process; the kernel schedules them.</source>
        <translation>每个执行体是同一进程中的一个线程，由内核调度。</translation>
    </message>
    <message>
        <source>Each actor is a task; workers, one pinned to each core, run them by a policy that you choose.</source>
        <translation>每个执行体是一个任务，由工作线程按所选的调度策略运行；每个核心固定一个工作线程。</translation>
    </message>
    <message>
        <source>Each actor is a coroutine on the event loop of one thread.</source>
        <translation>每个执行体是同一线程的事件循环上的一个协程。</translation>
    </message>
    <message>
        <source>Each actor is a task in virtual time: the same seed gives the same run, as in a textbook.</source>
        <translation>每个执行体是虚拟时间中的一个任务：同一个种子得到同样的运行，与教科书一致。</translation>
    </message>
    <message>
        <source>This scenario does not run on: %1. It runs on: %2.</source>
        <translation>这个场景不支持：%1。支持：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing is held back: what happens, happens.</source>
        <translation>不加干预：该怎样就怎样。</translation>
    </message>
    <message>
        <source>The scenario&apos;s script makes the interleaving happen that shows the point.</source>
        <translation>由场景的脚本安排交错的次序，使要点显现出来。</translation>
    </message>
    <message>
        <source>Everybody is held, and you let one move at a time.</source>
        <translation>全部拦住，由你每次放行一步。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>nothing has run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>kernel truth: our own events only</source>
        <translation>内核依据：仅有自身事件</translation>
    </message>
    <message>
        <source>kernel truth: switch records</source>
        <translation>内核依据：切换记录</translation>
    </message>
    <message>
        <source>kernel truth: tracepoints</source>
        <translation>内核依据：跟踪点</translation>
    </message>
    <message>
        <source>For the kernel&apos;s own record of every switch: sudo sysctl kernel.perf_event_paranoid=2</source>
        <translation>要得到内核自己的每次切换记录，请执行：sudo sysctl kernel.perf_event_paranoid=2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1 个</translation>
    </message>
    <message>
        <source>%1 evicted</source>
        <translation>淘汰 %1 个</translation>
    </message>
    <message>
        <source>recorder held writers for %1</source>
        <translation>写入者等待记录器共 %1</translation>
    </message>
    <message>
        <source>virtual time: computed, not measured</source>
        <translation>虚拟时间：计算得出，并非实测</translation>
    </message>
    <message>
        <source>Why not the kernel&apos;s own record: %1</source>
        <translation>没有内核自身的记录，原因：%1</translation>
    </message>
    <message>
        <source>Every switch is the kernel&apos;s own record; its wake-ups are not recorded.</source>
        <translation>每次切换都是内核自身的记录；唤醒未被记录。</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>still running</source>
        <translation>仍在运行</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>deadlocked</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>由你停止</translation>
    </message>
    <message>
        <source>ended by --timeout</source>
        <translation>因 --timeout 而结束</translation>
    </message>
    <message>
        <source>stalled: nobody can move, though no cycle is proved</source>
        <translation>停滞：谁也动不了，但没有查明环路</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>异常退出</translation>
    </message>
    <message>
        <source>… and %1 more (--json has them all)</source>
        <translation>……另有 %1 个（--json 列出全部）</translation>
    </message>
    <message>
        <source>tempo %1×</source>
        <translation>速度 %1×</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 等待 %2</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>%1; closed at %2</source>
        <translation>%1；于 %2 闭合</translation>
    </message>
    <message>
        <source>laws</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>all obeyed</source>
        <translation>全部符合</translation>
    </message>
    <message>
        <source>broken %L1 times</source>
        <translation>违反 %L1 次</translation>
    </message>
    <message>
        <source>%L1 recorded, %L2 lost</source>
        <translation>记录 %L1 个，丢失 %L2 个</translation>
    </message>
    <message>
        <source>, %L1 no longer kept</source>
        <translation>，%L1 个不再保留</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>执行体</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>等待过</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>put</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>got</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>fullest</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>coroutine</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>went wrong in %1 of %2 runs</source>
        <translation>%2 次运行中有 %1 次出错</translation>
    </message>
    <message>
        <source>… and %1 other outcomes</source>
        <translation>……另有 %1 种结果</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>killed by a signal, with everybody in it</source>
        <translation>被信号终止，其中的线程无一幸免</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接的层数太多</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>文件正在被执行</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系统中打开的文件太多</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>资源暂时不可用</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>管道已断开</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>地址已被占用</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>系统不支持此功能</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>a queue, its items, its capacity</comment>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an actor and its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>still going on</source>
        <translation>仍在继续</translation>
    </message>
    <message>
        <source>length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>in this pixel</source>
        <translation>在这一像素内</translation>
    </message>
    <message>
        <source>%1 intervals; zoom in</source>
        <translation>%1 个区间，请放大</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个运行</translation>
    </message>
    <message>
        <source>Zoom to what is measured</source>
        <translation>放大到所测范围</translation>
    </message>
    <message>
        <source>Undo the last move</source>
        <translation>撤销上一次移动</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>waiting for %1, held by %2</source>
        <translation>等待 %1（%2 持有）</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1 已满</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>waiting for a permit of %1</source>
        <translation>等待 %1 的许可</translation>
    </message>
    <message>
        <source>waits for the end of %1</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>join %1</source>
        <translation>join %1</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>I/O</translation>
    </message>
    <message>
        <source>waiting for the GIL</source>
        <translation>等待 GIL</translation>
    </message>
    <message>
        <source>waiting for the recorder</source>
        <translation>等待记录器</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>sleep %1</source>
        <translation>睡眠 %1</translation>
    </message>
    <message>
        <source>held by the script</source>
        <translation>被脚本拦住</translation>
    </message>
    <message>
        <source>held</source>
        <translation>被拦住</translation>
    </message>
    <message>
        <source>held by you</source>
        <translation>被你拦住</translation>
    </message>
    <message>
        <source>just created</source>
        <translation>刚刚创建</translation>
    </message>
    <message>
        <source>woken by %1</source>
        <translation>被 %1 唤醒</translation>
    </message>
    <message>
        <source>woken</source>
        <translation>被唤醒</translation>
    </message>
    <message>
        <source>preempted</source>
        <translation>被抢占</translation>
    </message>
    <message>
        <source>its time slice was over</source>
        <translation>时间片用完</translation>
    </message>
    <message>
        <source>gave way</source>
        <translation>主动让出</translation>
    </message>
    <message>
        <source>its time limit was over</source>
        <translation>等待时限已到</translation>
    </message>
    <message>
        <source>dispatched by the kernel</source>
        <translation>由内核调度</translation>
    </message>
    <message>
        <source>first come, first served</source>
        <translation>先来先服务</translation>
    </message>
    <message>
        <source>next in turn</source>
        <translation>轮到它了</translation>
    </message>
    <message>
        <source>shortest job</source>
        <translation>作业最短</translation>
    </message>
    <message>
        <source>shortest remaining time</source>
        <translation>剩余时间最短</translation>
    </message>
    <message>
        <source>highest priority</source>
        <translation>优先级最高</translation>
    </message>
    <message>
        <source>first of the top queue</source>
        <translation>最高级队列的队首</translation>
    </message>
    <message>
        <source>drew the winning ticket</source>
        <translation>抽中彩票</translation>
    </message>
    <message>
        <source>smallest stride pass</source>
        <translation>步长行程最小</translation>
    </message>
    <message>
        <source>least virtual time</source>
        <translation>虚拟运行时间最少</translation>
    </message>
    <message>
        <source>earliest deadline</source>
        <translation>截止时间最早</translation>
    </message>
    <message>
        <source>the only one ready</source>
        <translation>只有它就绪</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>another thread</source>
        <translation>其他线程</translation>
    </message>
    <message>
        <source>something</source>
        <translation>某对象</translation>
    </message>
    <message>
        <source>CORES</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>PROCESSES</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>THREADS</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>TASKS</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>COROUTINES</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>LOCKS</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>SEMAPHORES</source>
        <translation>信号量</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>QUEUES</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>VARIABLES</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>KERNEL</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>Core %1</source>
        <translation>核心 %1</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>容量 %1</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>无界</translation>
    </message>
    <message>
        <source>%1 permits</source>
        <translation>%1 个许可</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>waiting: lock</source>
        <translation>等待：锁</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>waiting: I/O</source>
        <translation>等待：I/O</translation>
    </message>
    <message>
        <source>waiting: queue</source>
        <translation>等待：队列</translation>
    </message>
    <message>
        <source>waiting: join</source>
        <translation>等待：join</translation>
    </message>
    <message>
        <source>waiting: GIL</source>
        <translation>等待：GIL</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>not yet there</source>
        <translation>尚不存在</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>持有者 %1</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 空闲</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <translation>%1 由 %2 持有</translation>
    </message>
    <message>
        <source>%1: nobody of this run</source>
        <translation>%1：不属于本次运行</translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation>%1 运行 %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <comment>actors before a lock</comment>
        <translation>%1 个在等待</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what is done, and why it runs</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>正常返回</translation>
    </message>
    <message>
        <source>Deadlock of %1 with itself at %2</source>
        <translation>%1 自己死锁，%2</translation>
    </message>
    <message>
        <source>Deadlock %1 at %2</source>
        <translation>死锁 %1，%2</translation>
    </message>
    <message>
        <source>kernel truth: switch records</source>
        <translation>内核依据：切换记录</translation>
    </message>
    <message>
        <source>kernel truth: tracepoints</source>
        <translation>内核依据：跟踪点</translation>
    </message>
    <message>
        <source>the program&apos;s own events</source>
        <translation>程序自身的事件</translation>
    </message>
    <message>
        <source>%1 events lost</source>
        <translation>丢失 %1 个事件</translation>
    </message>
    <message>
        <source>%1 × lost</source>
        <comment>updates of a variable that were overwritten</comment>
        <translation>丢失 %1 次</translation>
    </message>
    <message>
        <source>Deadlock of %1 at %2</source>
        <translation>%1 死锁，%2</translation>
    </message>
    <message>
        <source>BANKS</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个资源</translation>
    </message>
    <message>
        <source>I/O: %1</source>
        <comment>the descriptor waited for</comment>
        <translation>I/O：%1</translation>
    </message>
    <message>
        <source>zombie, not yet reaped</source>
        <translation>僵尸，尚未回收</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>僵尸</translation>
    </message>
    <message>
        <source>its parent has not asked how it ended</source>
        <translation>父进程还没来问它如何结束</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>blocked the loop for %1</source>
        <translation>阻塞事件循环 %1</translation>
    </message>
    <message>
        <source>FRAMES</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>lanes of the timeline</comment>
        <translation>另有 %1 条未显示</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>还没有运行过。</translation>
    </message>
    <message>
        <source>Shown: %1 to %2.</source>
        <translation>显示范围：%1 到 %2。</translation>
    </message>
    <message>
        <source>Cursor at %1.</source>
        <translation>光标在 %1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>And %1 others.</source>
        <translation>另有 %1 个。</translation>
    </message>
</context>
<context>
    <name>Traces</name>
    <message>
        <source>the shared memory of the run is of another version of this program: build both programs anew</source>
        <translation>本次运行的共享内存属于本程序的另一个版本：重新构建两个程序</translation>
    </message>
    <message>
        <source>cannot make the shared memory of the run</source>
        <translation>无法建立本次运行的共享内存</translation>
    </message>
    <message>
        <source>cannot make the shared memory of the run large enough</source>
        <translation>无法把本次运行的共享内存扩到足够大</translation>
    </message>
    <message>
        <source>cannot look at the shared memory of the run</source>
        <translation>无法查看本次运行的共享内存</translation>
    </message>
    <message>
        <source>a claim is missing: for example &quot;lost &gt; 0&quot;</source>
        <translation>缺少断言：例如“lost &gt; 0”</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not belong there: comparisons are joined by and, or</source>
        <translation>“{}”不该在那里：各个比较用 and 或 or 连接</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no comparison: ==, !=, &lt;, &lt;=, &gt; or &gt;= goes after &quot;{}&quot;</source>
        <translation>“{}”不是比较符：“{}”之后应是 ==、!=、&lt;、&lt;=、&gt; 或 &gt;=</translation>
    </message>
    <message>
        <source>the claim ends where a name or a number should follow</source>
        <translation>断言不完整：末尾应有名称或数</translation>
    </message>
    <message>
        <source>after * follows a name</source>
        <translation>* 之后应是名称</translation>
    </message>
    <message>
        <source>&quot;{}&quot; stands where a name or a number should</source>
        <translation>“{}”所在之处应是名称或数</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is nothing that the run tells</source>
        <translation>本次运行没有给出“{}”</translation>
    </message>
    <message>
        <source>&quot;{}&quot; and &quot;{}&quot; cannot be compared so: one is a word</source>
        <translation>“{}”和“{}”不能这样比较：其中一个是词</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>引号没有成对</translation>
    </message>
    <message>
        <source>a moment is missing: for example &quot;first deadlock&quot;</source>
        <translation>缺少瞬间：例如“first deadlock”</translation>
    </message>
    <message>
        <source>&quot;{}&quot; begins no moment: first, last, 2nd …, longest, then, start or end</source>
        <translation>瞬间不能以“{}”开头：可用 first、last、2nd……、longest、then、start 或 end</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is nothing that can happen in a run</source>
        <translation>运行中不会发生“{}”</translation>
    </message>
    <message>
        <source>longest goes with running, ready, waiting, sleeping or io</source>
        <translation>longest 之后应是 running、ready、waiting、sleeping 或 io</translation>
    </message>
    <message>
        <source>line is followed by &quot;tag&quot; and the tag&apos;s name</source>
        <translation>line 之后应是“tag”和标记的名称</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not belong there: &quot;of&quot; an actor or &quot;on&quot; an object</source>
        <translation>“{}”不该在那里：可用“of”加执行体，或“on”加对象</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is said twice</source>
        <translation>“{}”写了两次</translation>
    </message>
    <message>
        <source>a name is missing after &quot;{}&quot;</source>
        <translation>“{}”之后缺少名称</translation>
    </message>
    <message>
        <source>its events make no sense</source>
        <translation>其中的事件不合理</translation>
    </message>
    <message>
        <source>its events are not as many as it says</source>
        <translation>其中的事件数与所写的不符</translation>
    </message>
    <message>
        <source>its arrows make no sense</source>
        <translation>其中的箭头不合理</translation>
    </message>
    <message>
        <source>one of its lanes makes no sense</source>
        <translation>其中有一行不合理</translation>
    </message>
    <message>
        <source>its description makes no sense</source>
        <translation>其中的说明不合理</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>list of lanes</source>
        <translation>行的列表</translation>
    </message>
    <message>
        <source>intervals</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>extremes</source>
        <translation>极值</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;: there is no such file; check the name</source>
        <translation>无法打开“{}”：没有这个文件；检查名称</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;: you may not read it</source>
        <translation>无法打开“{}”：你无权读取</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;</source>
        <translation>无法打开“{}”</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;: it is a folder; name a .ilv file in it</source>
        <translation>无法打开“{}”：它是文件夹；指定其中的一个 .ilv 文件</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;: it is not a trace saved by Interleave</source>
        <translation>无法打开“{}”：它不是 Interleave 保存的运行记录</translation>
    </message>
    <message>
        <source>cannot open &apos;{}&apos;: {}</source>
        <translation>无法打开“{}”：{}</translation>
    </message>
    <message>
        <source>it is not a trace saved by Interleave</source>
        <translation>它不是 Interleave 保存的运行记录</translation>
    </message>
    <message>
        <source>it was saved on a machine of another byte order; open it on one of that kind</source>
        <translation>它保存于另一种字节序的机器；在同类机器上打开</translation>
    </message>
    <message>
        <source>it is in format {}, and this Interleave reads format {}; use the Interleave that saved it</source>
        <translation>它的格式是 {}，而这个 Interleave 读取格式 {}；用保存它的 Interleave 打开</translation>
    </message>
    <message>
        <source>the file is damaged (the checksum of its header is wrong); copy it again</source>
        <translation>文件已损坏（文件头的校验和不对）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is incomplete ({} of {} bytes); copy it again</source>
        <translation>文件不完整（只有 {0} 字节，应有 {1} 字节）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is damaged (the place of its list of sections is wrong); copy it again</source>
        <translation>文件已损坏（分区列表的位置不对）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is damaged (the checksum of its list of sections is wrong); copy it again</source>
        <translation>文件已损坏（分区列表的校验和不对）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is damaged (the place of its {} is wrong); copy it again</source>
        <translation>文件已损坏（位置不对：{}）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is damaged (the checksum of its {} is wrong); copy it again</source>
        <translation>文件已损坏（校验和不对：{}）；重新复制一次</translation>
    </message>
    <message>
        <source>the file is damaged ({}); copy it again</source>
        <translation>文件已损坏（{}）；重新复制一次</translation>
    </message>
</context>
<context>
    <name>WallPlace</name>
    <message>
        <source>Page down: why, step by step</source>
        <translation>下翻页：一步一步看原因</translation>
    </message>
    <message>
        <source>Page down: run it</source>
        <translation>下翻页：运行</translation>
    </message>
    <message>
        <source>Page down: run it and see</source>
        <translation>下翻页：运行，看结果</translation>
    </message>
    <message>
        <source>1, 2, 3: what do you expect? Page down: run it and see</source>
        <translation>1、2、3：你猜会怎样？下翻页：运行，看结果</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{} needs a text in both languages: &quot;en&quot; and &quot;zh_CN&quot;</source>
        <translation>{} 需要两种语言的文字：“en”和“zh_CN”</translation>
    </message>
    <message>
        <source>{}, &quot;when&quot;: {}</source>
        <translation>{}，“when”：{}</translation>
    </message>
    <message>
        <source>{}, &quot;on&quot;: &quot;{}&quot; is no runtime</source>
        <translation>{}，“on”：“{}”不是运行方式</translation>
    </message>
    <message>
        <source>{}, &quot;at&quot;: {}</source>
        <translation>{}，“at”：{}</translation>
    </message>
    <message>
        <source>{} is a list of {}; here are {}</source>
        <translation>{} 是 {} 项的列表；这里有 {} 项</translation>
    </message>
    <message>
        <source>{} is a list of {} to {}; here are {}</source>
        <translation>{} 是 {} 到 {} 项的列表；这里有 {} 项</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>第 {} 行：{}</translation>
    </message>
    <message>
        <source>a scenario&apos;s text is one JSON object</source>
        <translation>场景的文字是一个 JSON 对象</translation>
    </message>
    <message>
        <source>a cell of job {} holds one of , ; = : leave them out</source>
        <translation>作业 {} 的一格里有 , ; = 之一：去掉它们</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>somebody</source>
        <translation>某执行体</translation>
    </message>
    <message>
        <source>actor %1</source>
        <comment>one without a name; %1 is its number</comment>
        <translation>执行体 %1</translation>
    </message>
    <message>
        <source>something</source>
        <translation>某对象</translation>
    </message>
    <message>
        <source>object %1</source>
        <comment>one without a name; %1 is its number</comment>
        <translation>对象 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>in a list: items so far, the next one</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>in a list: items so far, the last one</comment>
        <translation>%1 和 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others</source>
        <comment>in a list: items so far, how many more</comment>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>等待锁</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation>等待 I/O</translation>
    </message>
    <message>
        <source>waiting for a queue</source>
        <translation>等待队列</translation>
    </message>
    <message>
        <source>waiting for an end or a result</source>
        <translation>等待结束或结果</translation>
    </message>
    <message>
        <source>waiting for the interpreter lock</source>
        <translation>等待解释器锁</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>held at the gate</source>
        <translation>停在关口</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>waiting: %1 is full</source>
        <translation>等待：%1 已满</translation>
    </message>
    <message>
        <source>waiting: %1 is empty</source>
        <translation>等待：%1 为空</translation>
    </message>
    <message>
        <source>waiting for the end of %1</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>waiting for room in the record</source>
        <translation>等待记录区的空位</translation>
    </message>
    <message>
        <source>waiting, for what is not known</source>
        <translation>等待，原因不明</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>waiting for %1, held by %2</source>
        <translation>等待 %1（%2 持有）</translation>
    </message>
    <message>
        <source>sleeping, %1 asked for</source>
        <translation>睡眠，要求 %1</translation>
    </message>
    <message>
        <source>running: %1</source>
        <comment>%1 is what it does</comment>
        <translation>运行：%1</translation>
    </message>
    <message>
        <source>ready: %1</source>
        <comment>%1 is why</comment>
        <translation>就绪：%1</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>I/O</translation>
    </message>
    <message>
        <source>full queue</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>empty queue</source>
        <translation>队列为空</translation>
    </message>
    <message>
        <source>join</source>
        <translation>join</translation>
    </message>
    <message>
        <source>future</source>
        <translation>future</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件变量</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>信号量</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>屏障</translation>
    </message>
    <message>
        <source>interpreter lock</source>
        <translation>解释器锁</translation>
    </message>
    <message>
        <source>record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>chosen by the kernel</source>
        <translation>由内核选中</translation>
    </message>
    <message>
        <source>came first</source>
        <translation>先到</translation>
    </message>
    <message>
        <source>next in turn</source>
        <translation>轮到它</translation>
    </message>
    <message>
        <source>the shortest job</source>
        <translation>作业最短</translation>
    </message>
    <message>
        <source>the shortest time left</source>
        <translation>剩余时间最短</translation>
    </message>
    <message>
        <source>the highest priority</source>
        <translation>优先级最高</translation>
    </message>
    <message>
        <source>first in the topmost queue</source>
        <translation>最高级队列的队首</translation>
    </message>
    <message>
        <source>drawn by lot</source>
        <translation>抽签选中</translation>
    </message>
    <message>
        <source>the smallest pass</source>
        <translation>行程最小</translation>
    </message>
    <message>
        <source>the least virtual run time</source>
        <translation>虚拟运行时间最少</translation>
    </message>
    <message>
        <source>the earliest deadline</source>
        <translation>截止时间最早</translation>
    </message>
    <message>
        <source>the only one ready</source>
        <translation>只有它就绪</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>just created</source>
        <translation>刚刚创建</translation>
    </message>
    <message>
        <source>woken</source>
        <translation>被唤醒</translation>
    </message>
    <message>
        <source>preempted</source>
        <translation>被抢占</translation>
    </message>
    <message>
        <source>its time slice is over</source>
        <translation>时间片用完</translation>
    </message>
    <message>
        <source>it gave way</source>
        <translation>主动让出</translation>
    </message>
    <message>
        <source>its time limit is over</source>
        <translation>等待时限已到</translation>
    </message>
    <message>
        <source>held by you: the run is paused</source>
        <translation>被你拦住：运行已暂停</translation>
    </message>
    <message>
        <source>held by you until the next step</source>
        <translation>被你拦住，等下一步</translation>
    </message>
    <message>
        <source>held by the script until its turn</source>
        <translation>被脚本拦住，等轮到它</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>正常返回</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>mutex</source>
        <translation>互斥锁</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>reader-writer lock</source>
        <translation>读写锁</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>coroutine</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>coroutines</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>工作线程</translation>
    </message>
    <message>
        <source>virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>free</source>
        <translation>自由运行</translation>
    </message>
    <message>
        <source>steered</source>
        <translation>编排运行</translation>
    </message>
    <message>
        <source>step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>ended by a deadlock</source>
        <translation>因死锁而结束</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>由你停止</translation>
    </message>
    <message>
        <source>ended by its time limit</source>
        <translation>到时限而结束</translation>
    </message>
    <message>
        <source>stalled: nobody could move</source>
        <translation>停滞：谁也动不了</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>异常退出</translation>
    </message>
    <message>
        <source>killed, with everybody in it</source>
        <translation>被信号终止，其中的线程无一幸免</translation>
    </message>
    <message>
        <source>spin</source>
        <translation>自旋</translation>
    </message>
    <message>
        <source>units of a bank</source>
        <translation>银行的资源</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>zombie: ended, nobody has asked how</source>
        <translation>僵尸：已结束，还没有人来问</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>items</source>
        <comment>unit of a parameter</comment>
        <translation>项</translation>
    </message>
</context>
<context>
    <name>interleave::ui::AboutBox</name>
    <message>
        <source>About Interleave</source>
        <translation>关于 Interleave</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Shows concurrency as it really happens: real threads, real locks, real time.</source>
        <translation>如实展示并发：真实的线程、真实的锁、真实的时间。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Built with Qt %1, QCustomPlot, QScintilla, fmt, nlohmann/json, CLI11 and xxHash.</source>
        <translation>使用 Qt %1、QCustomPlot、QScintilla、fmt、nlohmann/json、CLI11 和 xxHash 构建。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Actions</name>
    <message>
        <source>&amp;Save the trace…</source>
        <translation>保存运行记录(&amp;S)…</translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>导出图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation>导出数据(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Copy the timeline as a picture</source>
        <translation>复制时间线图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>New &amp;seed</source>
        <translation>换一个种子(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Previous event</source>
        <translation>上一个事件(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>下一个事件(&amp;N)</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到结尾(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation>跟随运行(&amp;F)</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show the &amp;whole run</source>
        <translation>显示整个运行(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Undo the last move of the view</source>
        <translation>撤销上一次视图移动(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Search the gallery</source>
        <translation>搜索场景(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Reset the panels</source>
        <translation>恢复面板布局(&amp;R)</translation>
    </message>
    <message>
        <source>Show the &amp;menu bar</source>
        <translation>显示菜单栏(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Interleave</source>
        <translation>关于 Interleave(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pause the run</source>
        <translation>暂停运行(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pause the replay</source>
        <translation>暂停回放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play the replay</source>
        <translation>播放回放(&amp;P)</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Run &amp;many times…</source>
        <translation>多次运行(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Mark this moment for a strip</source>
        <translation>为组图标记此刻(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Present before a class</source>
        <translation>课堂演示(&amp;P)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>To the st&amp;art</source>
        <translation>到开头(&amp;A)</translation>
    </message>
    <message>
        <source>Put the panels &amp;back where they were</source>
        <translation>把面板放回原处(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Animations</source>
        <translation>动画(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>R&amp;esume the run</source>
        <translation>继续运行(&amp;E)</translation>
    </message>
</context>
<context>
    <name>interleave::ui::AnimationChoice</name>
    <message>
        <source>The timeline grows</source>
        <translation>时间线逐渐展开</translation>
    </message>
    <message>
        <source>The cursor moves</source>
        <translation>仅游标移动</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> frames a second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>播完后从头开始</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>流畅度</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
</context>
<context>
    <name>interleave::ui::BankersPanel</name>
    <message>
        <source>Banker</source>
        <translation>银行家</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大需求</translation>
    </message>
    <message>
        <source>need</source>
        <translation>尚需</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>已有 %1</translation>
    </message>
    <message>
        <source>may need %1</source>
        <translation>还可能要 %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>all units of a bank: 10 A, 5 B</comment>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>safe order</source>
        <translation>安全序列</translation>
    </message>
    <message>
        <source>Unsafe: no order in which all could be served.</source>
        <translation>不安全：没有能让大家都得到满足的次序。</translation>
    </message>
    <message>
        <source>What the bank has lent, and to whom, stands here.</source>
        <translation>银行把什么借给了谁，显示在这里。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::CentrePages</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>interleave::ui::CodePanel</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>C++ that runs</source>
        <translation>实际运行的 C++</translation>
    </message>
    <message>
        <source>The program of the scenario appears here.</source>
        <translation>场景的程序显示在这里。</translation>
    </message>
    <message>
        <source>There is no such listing for this scenario.</source>
        <translation>这个场景没有这种代码。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ComparePanel</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次运行</translation>
    </message>
    <message>
        <source>Runs stand here below each other once they are over.</source>
        <translation>运行结束后，会在这里上下排列。</translation>
    </message>
    <message>
        <source>Click a run to see its timeline; click two names to see those two alone, job by job.</source>
        <translation>点击一次运行可看它的时间线；点击两个名称可只看这两次，逐个作业对比。</translation>
    </message>
    <message>
        <source>2 of %1 runs, Esc shows all</source>
        <translation>%1 次运行中的 2 次，按 Esc 显示全部</translation>
    </message>
    <message>
        <source>turnaround of</source>
        <translation>周转时间</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差别</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Course</name>
    <message>
        <source>Entry %1 cannot be run as the lesson has it: %2</source>
        <translation>第 %1 项无法按教案运行：%2</translation>
    </message>
    <message>
        <source>A lesson has at most %1 entries: begin another one.</source>
        <translation>一份教案最多 %1 项：请另建一份。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a moment</comment>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>Click a bar of the timeline to see what it is.</source>
        <translation>点击时间线上的色条，查看它是什么。</translation>
    </message>
    <message>
        <source>About this moment</source>
        <translation>这一时刻</translation>
    </message>
</context>
<context>
    <name>interleave::ui::DockGrip</name>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Hide; the View menu brings it back</source>
        <translation>隐藏（可从“视图”菜单重新显示）</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ErrorBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ExportDialog</name>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF pages (*.pdf)</source>
        <translation>PDF 页面 (*.pdf)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>GIF animations (*.gif)</source>
        <translation>GIF 动画 (*.gif)</translation>
    </message>
    <message>
        <source>Writing the picture…</source>
        <translation>正在写入图片…</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ExportForm</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 矢量图</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>与屏幕一致</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>其他尺寸</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Line that says what was run, and how</source>
        <translation>附一行说明：运行了什么、怎样运行</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 × %2 mm, sharp at any size</source>
        <translation>%1 × %2 mm，任意放大都清晰</translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation>各次运行对比</translation>
    </message>
    <message>
        <source>Slide 16:9 (1920 × 1080)</source>
        <translation>幻灯片 16:9（1920 × 1080）</translation>
    </message>
    <message>
        <source>Slide 4K (3840 × 2160)</source>
        <translation>幻灯片 4K（3840 × 2160）</translation>
    </message>
    <message>
        <source>Slide 8K (7680 × 4320)</source>
        <translation>幻灯片 8K（7680 × 4320）</translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>Square (1080 × 1080)</source>
        <translation>方形（1080 × 1080）</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>As before a class</source>
        <translation>课堂演示画面</translation>
    </message>
    <message>
        <source>Several moments</source>
        <translation>多个时刻</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>interleave::ui::FramesPanel</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Each coroutine and generator, the line where it stands and its locals stand here.</source>
        <translation>每个协程和生成器停在哪一行、局部变量是什么，都显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>frames</comment>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>interleave::ui::FuturesPanel</name>
    <message>
        <source>Future states</source>
        <translation>future 的状态</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>interleave::ui::GalleryPanel</name>
    <message>
        <source>Search  /</source>
        <translation>搜索  /</translation>
    </message>
    <message>
        <source>Search the scenarios</source>
        <translation>搜索场景</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Move &amp;up	Alt+Up</source>
        <translation>上移(&amp;U)	Alt+Up</translation>
    </message>
    <message>
        <source>Move &amp;down	Alt+Down</source>
        <translation>下移(&amp;D)	Alt+Down</translation>
    </message>
    <message>
        <source>&amp;Remove from the lesson	Del</source>
        <translation>从教案中移除(&amp;R)	Del</translation>
    </message>
    <message>
        <source>No &amp;favourite any more	*</source>
        <translation>取消收藏(&amp;F)	*</translation>
    </message>
    <message>
        <source>Make it a &amp;favourite	*</source>
        <translation>收藏(&amp;F)	*</translation>
    </message>
</context>
<context>
    <name>interleave::ui::GallerySections</name>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>, favourite</source>
        <translation>，已收藏</translation>
    </message>
    <message>
        <source>, shown</source>
        <translation>，正在显示</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>最近运行</translation>
    </message>
    <message>
        <source>New lesson</source>
        <translation>新教案</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>，已修改</translation>
    </message>
    <message>
        <source>Add what is shown</source>
        <translation>加入当前场景</translation>
    </message>
    <message>
        <source>The scenario that is shown, as it is set, becomes an entry of this lesson</source>
        <translation>把当前场景连同它的设置加入这份教案</translation>
    </message>
</context>
<context>
    <name>interleave::ui::GuideStrip</name>
    <message>
        <source>Lesson</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Previous step (Page Up)</source>
        <translation>上一步（Page Up）</translation>
    </message>
    <message>
        <source>Next step (Page Down)</source>
        <translation>下一步（Page Down）</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>This run bears out none of the three.</source>
        <translation>本次运行与三个选项都不符。</translation>
    </message>
    <message>
        <source>The run shows: %1</source>
        <translation>运行结果：%1</translation>
    </message>
    <message>
        <source>You were right: %1</source>
        <translation>你说对了：%1</translation>
    </message>
    <message>
        <source>You said: %1. The run shows: %2</source>
        <translation>你的预测：%1。运行结果：%2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>interleave::ui::InterleavingPanel</name>
    <message>
        <source>Interleaving</source>
        <translation>交错执行</translation>
    </message>
    <message>
        <source>reads and writes of %1</source>
        <translation>%1 的读与写</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>读出 %1</translation>
    </message>
    <message>
        <source>%1, lost</source>
        <comment>a write whose value was overwritten</comment>
        <translation>%1，丢失</translation>
    </message>
    <message>
        <source>Who reads and who writes the shared variable stands here.</source>
        <translation>谁读、谁写共享变量，都列在这里。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::JobsDialog</name>
    <message>
        <source>Jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Use these jobs</source>
        <translation>使用这些作业</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>arrival (ms)</source>
        <translation>到达（ms）</translation>
    </message>
    <message>
        <source>CPU, I/O, CPU … (ms)</source>
        <translation>CPU、I/O、CPU……（ms）</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>nice</source>
        <translation>nice 值</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>彩票数</translation>
    </message>
    <message>
        <source>deadline (ms)</source>
        <translation>截止时间（ms）</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>A new job below the others (Insert)</source>
        <translation>在末尾添加一个作业（Insert）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The selected jobs (Delete)</source>
        <translation>删除选中的作业（Delete）</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Rows of a spreadsheet: name, arrival, bursts, priority … (Ctrl+V)</source>
        <translation>电子表格中的行：名称、到达、突发、优先级……（Ctrl+V）</translation>
    </message>
    <message>
        <source>How many jobs</source>
        <translation>作业数</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Make up</source>
        <translation>随机生成</translation>
    </message>
    <message>
        <source>That many jobs by chance; the same seed gives the same jobs</source>
        <translation>随机生成这么多作业；种子相同，作业也相同</translation>
    </message>
</context>
<context>
    <name>interleave::ui::KeysCard</name>
    <message>
        <source>Page down  →  Space  Enter</source>
        <translation>下翻页  →  空格  回车</translation>
    </message>
    <message>
        <source>go on: ask, run, each step, the next scenario</source>
        <translation>向前：提问、运行、逐步讲解、下一个场景</translation>
    </message>
    <message>
        <source>Page up  ←</source>
        <translation>上翻页  ←</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>返回上一步</translation>
    </message>
    <message>
        <source>what the class expects</source>
        <translation>全班的预测</translation>
    </message>
    <message>
        <source>run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>pause the run, and let it go on</source>
        <translation>暂停运行，再按继续</translation>
    </message>
    <message>
        <source>L, mouse button</source>
        <translation>L、鼠标左键</translation>
    </message>
    <message>
        <source>spotlight on and off</source>
        <translation>打开或关闭聚光灯</translation>
    </message>
    <message>
        <source>black screen, and back</source>
        <translation>黑屏，再按恢复</translation>
    </message>
    <message>
        <source>larger, smaller, usual type</source>
        <translation>放大、缩小、恢复字号</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>本按键表</translation>
    </message>
    <message>
        <source>F5  Escape</source>
        <translation>F5  Esc</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>退出演示</translation>
    </message>
</context>
<context>
    <name>interleave::ui::LessonActions</name>
    <message>
        <source>&amp;Lesson</source>
        <translation>教案(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New lesson</source>
        <translation>新建教案(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add what is shown</source>
        <translation>加入当前场景(&amp;A)</translation>
    </message>
    <message>
        <source>The scenario that is shown, as it is set, becomes an entry of the lesson</source>
        <translation>把当前场景连同它的设置加入教案</translation>
    </message>
    <message>
        <source>&amp;Take over the settings</source>
        <translation>采用当前设置(&amp;T)</translation>
    </message>
    <message>
        <source>The entry that is shown is to be run as it is set now</source>
        <translation>当前这一项今后按现在的设置运行</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>撤销上一次改动(&amp;U)</translation>
    </message>
    <message>
        <source>Na&amp;me…</source>
        <translation>命名(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Save the lesson</source>
        <translation>保存教案(&amp;S)</translation>
    </message>
    <message>
        <source>Save the less&amp;on as…</source>
        <translation>教案另存为(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Close the lesson</source>
        <translation>关闭教案(&amp;C)</translation>
    </message>
    <message>
        <source>Fa&amp;vourite</source>
        <translation>收藏(&amp;V)</translation>
    </message>
    <message>
        <source>Ne&amp;xt scenario</source>
        <translation>下一个场景(&amp;X)</translation>
    </message>
    <message>
        <source>Next in the lesson: %1</source>
        <translation>教案中的下一项：%1</translation>
    </message>
    <message>
        <source>Next in this chapter: %1</source>
        <translation>本章下一个：%1</translation>
    </message>
    <message>
        <source>Next chapter: %1</source>
        <translation>下一章：%1</translation>
    </message>
    <message>
        <source>Previous s&amp;cenario</source>
        <translation>上一个场景(&amp;C)</translation>
    </message>
    <message>
        <source>Before it in the lesson: %1</source>
        <translation>教案中的上一项：%1</translation>
    </message>
    <message>
        <source>Before it in this chapter: %1</source>
        <translation>本章上一个：%1</translation>
    </message>
    <message>
        <source>Chapter before: %1</source>
        <translation>上一章：%1</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>教案</translation>
    </message>
    <message>
        <source>The new lesson is not saved.</source>
        <translation>新教案还没有保存。</translation>
    </message>
    <message>
        <source>What you changed in the lesson “%1” is not saved.</source>
        <translation>对教案“%1”的改动还没有保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the lesson</source>
        <translation>教案名称</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>它叫什么？</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>保存教案</translation>
    </message>
    <message>
        <source>Interleave lessons (*.lesson)</source>
        <translation>Interleave 教案 (*.lesson)</translation>
    </message>
</context>
<context>
    <name>interleave::ui::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Choose a scenario to read what it is about.</source>
        <translation>选择一个场景，阅读它的讲解。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::LoopPanel</name>
    <message>
        <source>The loop now</source>
        <translation>此刻的事件循环</translation>
    </message>
    <message>
        <source>The left and right keys go from turn to turn.</source>
        <translation>用左右方向键一轮一轮地走。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>empty: the loop sleeps</source>
        <translation>空：事件循环在睡眠</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>first in, first out</source>
        <translation>先进先出</translation>
    </message>
    <message>
        <source>by due time</source>
        <translation>按到期时间</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>没有设定</translation>
    </message>
    <message>
        <source>interest, ready</source>
        <translation>关注与就绪</translation>
    </message>
    <message>
        <source>none is waited for</source>
        <translation>没有在等的</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Who is ready, which timers run and what the loop waits for stands here once it turns.</source>
        <translation>事件循环转动起来之后，这里显示谁已就绪、哪些定时器在走、它在等什么。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::MainWindow</name>
    <message>
        <source>Gallery and settings</source>
        <translation>场景与设置</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>保存运行记录</translation>
    </message>
    <message>
        <source>Interleave traces (*.ilv)</source>
        <translation>Interleave 运行记录 (*.ilv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The timeline is on the clipboard as a picture.</source>
        <translation>时间线图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Intervals as CSV (*.csv)</source>
        <translation>区间表 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Chrome trace for Perfetto (*.json)</source>
        <translation>Chrome 跟踪文件，用于 Perfetto (*.json)</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Steps of the lesson</source>
        <translation>讲解步骤</translation>
    </message>
    <message>
        <source>Open a trace or a lesson</source>
        <translation>打开运行记录或教案</translation>
    </message>
    <message>
        <source>Traces and lessons (*.ilv *.lesson);;All files (*)</source>
        <translation>运行记录和教案 (*.ilv *.lesson);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Marked for a strip: %1 (%2 in all)</source>
        <translation>已为组图标记：%1（共 %2 个）</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个运行</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>导航(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>interleave::ui::MetricsPanel</name>
    <message>
        <source>Numbers</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Model</name>
    <message>
        <source>There is nothing to run: choose a scenario on the left first.</source>
        <translation>还没有可运行的内容：请先在左边选择一个场景。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::MovesPanel</name>
    <message>
        <source>Your move</source>
        <translation>轮到你了</translation>
    </message>
    <message>
        <source>Undo the move</source>
        <translation>撤销这一步</translation>
    </message>
    <message>
        <source>Runs it from the start again, to the move before  ·  Backspace</source>
        <translation>从头重新运行到前一步  ·  Backspace</translation>
    </message>
    <message>
        <source>Reached in %1 moves: %2</source>
        <translation>用 %1 步达成：%2</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>%1 moves</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>In step pace you are the scheduler: press an actor&apos;s number, or click its lane, to let it move.</source>
        <translation>在单步步调下由你来调度：按某个执行体的编号，或点击它的泳道，让它走一步。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::NarrationPanel</name>
    <message>
        <source>What happens</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Next: %1 ›</source>
        <translation>接下来：%1 ›</translation>
    </message>
    <message>
        <source>%1 ›</source>
        <translation>%1 ›</translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation>运行开始。</translation>
    </message>
    <message>
        <source>Choose a scenario on the left, then press Run.</source>
        <translation>在左边选择一个场景，然后按“运行”。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::NothingFound</name>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Names and questions of all scenarios were searched, in English and in Chinese.</source>
        <translation>已在所有场景的名称和问题中查找，中文和英文都找过。</translation>
    </message>
    <message>
        <source>Show all scenarios</source>
        <translation>显示全部场景</translation>
    </message>
</context>
<context>
    <name>interleave::ui::OutputPanel</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What the program prints stands here.</source>
        <translation>程序打印的内容显示在这里。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::PanelDocks</name>
    <message>
        <source>This scenario has nothing to show there.</source>
        <translation>这个场景在那里没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ParameterForm</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>This scenario&apos;s own runtime, pace and parameters</source>
        <translation>恢复本场景自己的运行方式、步调和参数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Where chance comes from: the same seed draws the same numbers</source>
        <translation>随机的来源：同一个种子得到同样的随机数</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>What you have set holds from the next run on.</source>
        <translation>设置从下一次运行起生效。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ParameterRow</name>
    <message>
        <source>Edit…</source>
        <comment>a list of jobs, as a table</comment>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>made for the run</source>
        <comment>where no folder is chosen</comment>
        <translation>为本次运行自建</translation>
    </message>
    <message>
        <source>Choose…</source>
        <comment>a folder</comment>
        <translation>选择…</translation>
    </message>
    <message>
        <source>A new folder to copy it to</source>
        <translation>复制到哪个新文件夹</translation>
    </message>
    <message>
        <source>The folder to copy</source>
        <translation>要复制的文件夹</translation>
    </message>
</context>
<context>
    <name>interleave::ui::PresentingView</name>
    <message>
        <source>The run begins.</source>
        <translation>运行开始。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::PreviewPane</name>
    <message>
        <source>Preview of the picture</source>
        <translation>图片预览</translation>
    </message>
    <message>
        <source>Click to see it at its real size</source>
        <translation>单击以实际大小查看</translation>
    </message>
    <message>
        <source>Click to see all of it</source>
        <translation>单击查看全图</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ProcessesPanel</name>
    <message>
        <source>Process tree</source>
        <translation>进程树</translation>
    </message>
    <message>
        <source>The processes of a run stand here, each below its parent.</source>
        <translation>运行中的进程列在这里，各在其父进程之下。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>processes</comment>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>forked</source>
        <comment>line in the process tree</comment>
        <translation>创建</translation>
    </message>
    <message>
        <source>waits for</source>
        <comment>line in the process tree</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>new parent</source>
        <comment>line in the process tree</comment>
        <translation>新的父进程</translation>
    </message>
    <message>
        <source>signal</source>
        <comment>line in the process tree</comment>
        <translation>信号</translation>
    </message>
</context>
<context>
    <name>interleave::ui::QuestionPage</name>
    <message>
        <source>as you said</source>
        <translation>猜对了</translation>
    </message>
    <message>
        <source>this is what happened</source>
        <translation>实际结果</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>你的选择</translation>
    </message>
</context>
<context>
    <name>interleave::ui::QueuePanel</name>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>先进先出</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>后进先出</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>最小的先出</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>items in a queue, its capacity</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <comment>items in a queue</comment>
        <translation>%1，无上限</translation>
    </message>
    <message>
        <source>waiting for a place: %1</source>
        <translation>等空位：%1</translation>
    </message>
    <message>
        <source>waiting for an item: %1</source>
        <translation>等新项：%1</translation>
    </message>
    <message>
        <source>What lies in the queues, and who waits at which end, stands here.</source>
        <translation>队列里有什么、谁在哪一端等待，都显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>queues</comment>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>interleave::ui::ReadyPanel</name>
    <message>
        <source>Ready queue</source>
        <translation>就绪队列</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1: place %2 in %3</source>
        <translation>%1：%3 中第 %2 位</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>就绪 %1 个</translation>
    </message>
</context>
<context>
    <name>interleave::ui::RepeatDialog</name>
    <message>
        <source>Run many times: %1</source>
        <translation>多次运行：%1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>pace</source>
        <translation>步调</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>What came out, how often, and the runs</source>
        <translation>结果、出现次数与各次运行</translation>
    </message>
    <message>
        <source>Double-click a run, or press Enter, to open it in the window.</source>
        <translation>双击一次运行或按回车键，即可在窗口中打开。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The same program again and again, each time with the next seed. What comes out is counted.</source>
        <translation>同一个程序反复运行，每次换下一个种子，并统计结果。</translation>
    </message>
    <message>
        <source>%1 of %2 runs are over.</source>
        <translation>已完成 %1 次，共 %2 次。</translation>
    </message>
    <message>
        <source>All %1 runs are over.</source>
        <translation>%1 次运行全部完成。</translation>
    </message>
    <message>
        <source>went wrong in %1 of %2</source>
        <translation>%2 次中有 %1 次出错</translation>
    </message>
    <message>
        <source>run %1, seed %2</source>
        <translation>第 %1 次，种子 %2</translation>
    </message>
</context>
<context>
    <name>interleave::ui::RepeatedRuns</name>
    <message>
        <source>No temporary folder can be made for the runs: %1</source>
        <translation>无法为各次运行建立临时文件夹：%1</translation>
    </message>
</context>
<context>
    <name>interleave::ui::SchedulePanel</name>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>turnaround</source>
        <translation>周转</translation>
    </message>
    <message>
        <source>response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>This run is too long for a table of jobs.</source>
        <translation>这次运行太长，无法列成作业表。</translation>
    </message>
    <message>
        <source>The jobs of a run stand here.</source>
        <translation>运行的作业将列在这里。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Run and replay</source>
        <translation>运行与回放</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Mouse on the timeline</source>
        <translation>时间线上的鼠标操作</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Shift + 拖动</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Hover</source>
        <translation>悬停</translation>
    </message>
    <message>
        <source>Pause, go on, play</source>
        <translation>暂停、继续、播放</translation>
    </message>
    <message>
        <source>Previous and next step of the lesson</source>
        <translation>上一步、下一步讲解</translation>
    </message>
    <message>
        <source>Say what will happen, before the run</source>
        <translation>运行前猜结果</translation>
    </message>
    <message>
        <source>In step pace, move that actor</source>
        <translation>单步时，让该执行体走一步</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格键</translation>
    </message>
    <message>
        <source>In step pace, take the move back</source>
        <translation>单步时，撤回这一步</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Move left and right</source>
        <translation>左移、右移</translation>
    </message>
    <message>
        <source>To the change before, after</source>
        <translation>到前一个、后一个变化</translation>
    </message>
    <message>
        <source>Choose a lane</source>
        <translation>选择泳道</translation>
    </message>
    <message>
        <source>Cursor to the start, to the end</source>
        <translation>光标到开头、到结尾</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个运行</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Move along</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Measure a duration</source>
        <translation>测量时长</translation>
    </message>
    <message>
        <source>Select, and put the cursor there</source>
        <translation>选中，并把光标放到那里</translation>
    </message>
    <message>
        <source>What it is, how long, why</source>
        <translation>是什么、多长、为什么</translation>
    </message>
</context>
<context>
    <name>interleave::ui::StatesPanel</name>
    <message>
        <source>States now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a moment</comment>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a state, where there is little room</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待（阻塞）</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>held</source>
        <translation>被拦住</translation>
    </message>
    <message>
        <source>admitted</source>
        <comment>arrow from new to ready</comment>
        <translation>创建完成</translation>
    </message>
    <message>
        <source>dispatched</source>
        <comment>arrow from ready to running</comment>
        <translation>调度</translation>
    </message>
    <message>
        <source>slice over / preempted</source>
        <comment>arrow from running to ready</comment>
        <translation>时间片用完/被抢占</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>arrow from running to waiting</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>woken</source>
        <comment>arrow from waiting to ready</comment>
        <translation>唤醒</translation>
    </message>
    <message>
        <source>ends</source>
        <comment>arrow from running to ended</comment>
        <translation>结束</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an actor and its state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>interleave::ui::StripChoice</name>
    <message>
        <source>Evenly spaced</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Where the run turns</source>
        <translation>运行的转折处</translation>
    </message>
    <message>
        <source>Times of my own</source>
        <translation>自选时刻</translation>
    </message>
    <message>
        <source>The lesson’s steps</source>
        <translation>课程的各个步骤</translation>
    </message>
    <message>
        <source>The key M marks the moment of the timeline’s cursor</source>
        <translation>按 M 键标记时间线游标所在的时刻</translation>
    </message>
    <message>
        <source>As fits best</source>
        <translation>自动排列</translation>
    </message>
    <message>
        <source>Below each other</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>每行两个</translation>
    </message>
    <message>
        <source>Three side by side</source>
        <translation>每行三个</translation>
    </message>
    <message>
        <source>All side by side</source>
        <translation>全部并排</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Arranged</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Write the moments as times, with commas between them: 0.5s, 1.2s, 2s</source>
        <translation>请把时刻写成时间，用逗号隔开：0.5s, 1.2s, 2s</translation>
    </message>
</context>
<context>
    <name>interleave::ui::TopBar</name>
    <message>
        <source>Menu  ·  F9</source>
        <translation>菜单  ·  F9</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>步调</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How fast time passes for the scenario, now and in the next run</source>
        <translation>场景中时间流逝的快慢，现在和下一次运行都适用</translation>
    </message>
    <message>
        <source>Pace: %1</source>
        <translation>步调：%1</translation>
    </message>
    <message>
        <source>tempo %1</source>
        <translation>速度 %1</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>选择一个场景</translation>
    </message>
    <message>
        <source>What does concurrency really do?</source>
        <translation>并发时到底发生了什么？</translation>
    </message>
    <message>
        <source>A trace from a file</source>
        <translation>来自文件的运行记录</translation>
    </message>
    <message>
        <source>Choose a scenario first.</source>
        <translation>请先选择一个场景。</translation>
    </message>
    <message>
        <source>This scenario has no such pace.</source>
        <translation>这个场景没有这种步调。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Tour</name>
    <message>
        <source>Choose a scenario</source>
        <translation>选择一个场景</translation>
    </message>
    <message>
        <source>Each one is a lesson. Open a chapter and click, or type into the search field.</source>
        <translation>每个场景就是一课。展开一章并点击，或在搜索框中输入。</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行它</translation>
    </message>
    <message>
        <source>It really runs, in a process of its own, by the runtime and at the pace chosen beside. The key is %1.</source>
        <translation>它会在独立的进程中真实运行，运行方式和步调在旁边选择。按键是 %1。</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>看看发生了什么</translation>
    </message>
    <message>
        <source>Who runs, who waits, and for what. The wheel zooms, dragging moves, a click puts the cursor there; F1 shows every key.</source>
        <translation>谁在运行，谁在等待，在等什么。滚轮缩放，拖动平移，点击放置光标；按 F1 查看所有按键。</translation>
    </message>
</context>
<context>
    <name>interleave::ui::TourCallout</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>interleave::ui::Transport</name>
    <message>
        <source>Ready to run</source>
        <translation>可以运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>回放速度</translation>
    </message>
    <message>
        <source>Live: %1, run %2 of %3</source>
        <translation>实时：%1，第 %2 次，共 %3 次</translation>
    </message>
</context>
<context>
    <name>interleave::ui::WaitGraphPanel</name>
    <message>
        <source>Who waits for whom</source>
        <translation>谁在等谁</translation>
    </message>
    <message numerus="yes">
        <source>%n cycles</source>
        <translation>
            <numerusform>%n 个环路</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for itself</source>
        <translation>等待自己</translation>
    </message>
    <message>
        <source>a cycle of two</source>
        <translation>两个一环</translation>
    </message>
    <message>
        <source>a cycle of three</source>
        <translation>三个一环</translation>
    </message>
    <message>
        <source>a cycle of four</source>
        <translation>四个一环</translation>
    </message>
    <message>
        <source>a cycle of five</source>
        <translation>五个一环</translation>
    </message>
    <message numerus="yes">
        <source>a cycle of %n</source>
        <translation>
            <numerusform>%n 个一环</numerusform>
        </translation>
    </message>
    <message>
        <source>Locks and those who wait for them appear here during a run.</source>
        <translation>运行时，锁和等待它们的执行体显示在这里。</translation>
    </message>
    <message>
        <source>Too many to show all: these wait now.</source>
        <translation>数目太多，只显示此刻在等待的。</translation>
    </message>
    <message>
        <source>Nobody waits for anybody.</source>
        <translation>没有谁在等谁。</translation>
    </message>
    <message>
        <source>held by</source>
        <comment>arrow from a lock to its owner</comment>
        <translation>持有</translation>
    </message>
    <message>
        <source>waits for its end</source>
        <comment>arrow from actor to actor</comment>
        <translation>等它结束</translation>
    </message>
    <message>
        <source>wants</source>
        <comment>arrow from an actor to a lock</comment>
        <translation>想要</translation>
    </message>
    <message>
        <source>waits: full</source>
        <comment>arrow from an actor to a queue</comment>
        <translation>等待：已满</translation>
    </message>
    <message>
        <source>waits: empty</source>
        <comment>arrow from an actor to a queue</comment>
        <translation>等待：为空</translation>
    </message>
    <message>
        <source>waits for</source>
        <comment>arrow from an actor to a semaphore, a condition, an event</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>in the cycle</source>
        <translation>在环路中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an actor and its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an object and its kind</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>nobody can end it</source>
        <translation>再没有谁能结束它</translation>
    </message>
</context>
<context>
    <name>interleave::ui::WallBar</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>上翻页</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>下翻页</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
</context>
</TS>
